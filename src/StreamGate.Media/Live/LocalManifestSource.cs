using StreamGate.Media.Origins;
using StreamGate.Media.Playlists;

namespace StreamGate.Media.Live;

/// <summary>
/// Looks at the manifest in this process's own origin. Packagers write a master playlist once and its media playlists on and on, so of a
/// master it is the first variant that counts.
/// </summary>
public sealed class LocalManifestSource(IOrigin origin) : IManifestSource
{
    private const int MaxBytes = 8 << 20;

    public async ValueTask<ManifestLook> LookAsync(Guid stream, CancellationToken cancellation)
    {
        var (look, variant) = await LookAsync(stream, "stream.m3u8", cancellation);
        return variant is null ? look : (await LookAsync(stream, variant, cancellation)).Look;
    }

    private async ValueTask<(ManifestLook Look, string? Variant)> LookAsync(Guid stream, string name, CancellationToken cancellation)
    {
        if (!ContentPath.TryParse(name, out var path))
        {
            return (new ManifestLook.Unreachable(), null);
        }

        switch (await origin.OpenAsync(new MediaKey(stream, path), cancellation))
        {
            case OriginResult.NotFound:
                return (new ManifestLook.Missing(), null);
            case OriginResult.Found { Content: var content }:
                using (content)
                {
                    return await ReadAsync(content, cancellation);
                }

            default:
                return (new ManifestLook.Unreachable(), null);
        }
    }

    private static async ValueTask<(ManifestLook Look, string? Variant)> ReadAsync(OriginContent content, CancellationToken cancellation)
    {
        try
        {
            return content.Length <= MaxBytes && await content.ReadAllAsync(cancellation) is { } bytes
                ? (new ManifestLook.Seen(content.LastModified, content.ETag, PlaylistFacts.IsEnded(bytes.Span)), PlaylistFacts.FirstVariant(bytes.Span))
                : (new ManifestLook.Unreachable(), null);
        }
        catch (IOException)
        {
            return (new ManifestLook.Unreachable(), null);
        }
    }
}
