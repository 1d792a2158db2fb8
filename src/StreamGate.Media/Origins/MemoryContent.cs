using StreamGate.Media.Playlists;

namespace StreamGate.Media.Origins;

/// <summary>A file whose bytes are in memory. Many readers share it; disposing it changes nothing.</summary>
public sealed class MemoryContent(MediaType type, ReadOnlyMemory<byte> bytes, DateTimeOffset lastModified, string? etag = null)
    : OriginContent(type, bytes.Length, lastModified, etag)
{
    private PlaylistFacts? _facts;

    public override ReadOnlyMemory<byte>? Bytes => bytes;

    /// <summary>What a playlist or manifest says, found out once for all readers. Means nothing for a segment.</summary>
    public PlaylistFacts Facts => _facts ??= Type.Kind == MediaKind.Manifest ? PlaylistFacts.OfDash(bytes.Span) : PlaylistFacts.OfHls(bytes.Span);

    public override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellation)
    {
        var count = (int)Math.Min(buffer.Length, Math.Max(0, bytes.Length - offset));
        if (count > 0)
        {
            bytes.Slice((int)offset, count).CopyTo(buffer);
        }

        return new(count);
    }
}
