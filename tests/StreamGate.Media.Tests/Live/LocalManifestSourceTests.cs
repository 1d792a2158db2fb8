using StreamGate.Media.Live;
using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Live;

public sealed class LocalManifestSourceTests : IDisposable
{
    private readonly TempRoot _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Of_a_master_playlist_the_first_variant_counts()
    {
        _root.Write("stream.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n360p/index.m3u8\n");
        _root.Write("360p/index.m3u8", "#EXTM3U\n#EXTINF:2,\na.ts\n#EXT-X-ENDLIST\n");
        var modified = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(_root.FileOf("360p/index.m3u8"), modified);

        var seen = Assert.IsType<ManifestLook.Seen>(await Look());
        Assert.Equal((modified, true), (seen.LastModified!.Value.UtcDateTime, seen.Ended));
    }

    [Fact]
    public async Task A_media_playlist_counts_itself()
    {
        _root.Write("stream.m3u8", "#EXTM3U\n#EXTINF:2,\na.ts\n");
        Assert.False(Assert.IsType<ManifestLook.Seen>(await Look()).Ended);
    }

    [Fact]
    public async Task What_cannot_be_seen_is_missing_or_unreachable()
    {
        Assert.IsType<ManifestLook.Missing>(await Look());
        _root.Write("stream.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttps://cdn.example/index.m3u8\n");
        Assert.IsType<ManifestLook.Unreachable>(await Look());
        Directory.Delete(_root.Root, recursive: true);
        Assert.IsType<ManifestLook.Unreachable>(await Look());
        Directory.CreateDirectory(_root.Root);
    }

    private Task<ManifestLook> Look() => new LocalManifestSource(new LocalOrigin(_root.Root)).LookAsync(_root.Stream, default).AsTask();
}
