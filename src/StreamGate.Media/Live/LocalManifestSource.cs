using StreamGate.Media.Origins;

namespace StreamGate.Media.Live;

/// <summary>Looks at the manifest in this process's own origin; of a master playlist, at its first variant.</summary>
public sealed class LocalManifestSource(IOrigin origin) : IManifestSource
{
    private static readonly ContentPath Manifest = ContentPath.TryParse("stream.m3u8", out var path) ? path : throw new InvalidOperationException();

    public async ValueTask<ManifestLook> LookAsync(Guid stream, CancellationToken cancellation)
    {
        var key = new MediaKey(stream, Manifest);
        var result = await origin.OpenPlaylistAsync(key, cancellation);
        if (result is OriginResult.Found { Content: MemoryContent playlist })
        {
            result = await origin.FollowAsync(key, playlist, cancellation);
        }

        return result switch
        {
            OriginResult.Found { Content: MemoryContent last } => new ManifestLook.Seen(last.LastModified, last.ETag, last.Facts.IsEnded),
            OriginResult.NotFound => new ManifestLook.Missing(),
            _ => new ManifestLook.Unreachable(),
        };
    }
}
