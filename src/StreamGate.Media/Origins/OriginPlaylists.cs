namespace StreamGate.Media.Origins;

/// <summary>Reads playlists to see whether their streams are complete.</summary>
public static class OriginPlaylists
{
    /// <summary>The longest playlist that is looked into, in bytes.</summary>
    public const int MaxBytes = 8 << 20;

    /// <summary>
    /// The playlist in memory: itself when it is there already, and then its facts are found out once for all. Null when it is too long
    /// or ends before its length. Throws <see cref="IOException"/> when storage fails.
    /// </summary>
    public static async ValueTask<MemoryContent?> ReadPlaylistAsync(this OriginContent content, CancellationToken cancellation)
    {
        if (content is MemoryContent held)
        {
            return held;
        }

        return content.Length <= MaxBytes && await content.ReadAllAsync(cancellation) is { } bytes
            ? new MemoryContent(content.Type, bytes, content.LastModified, content.ETag)
            : null;
    }

    /// <summary>
    /// The media playlist that tells whether the stream is complete. Packagers write a master playlist once and its media playlists on
    /// and on, so of a master it is the first variant that counts; anything else counts itself. One file is opened at the most.
    /// </summary>
    /// <returns>Found with a <see cref="MemoryContent"/>; not available when the variant lies elsewhere or can't be read.</returns>
    public static async ValueTask<OriginResult> FollowAsync(this IOrigin origin, MediaKey key, MemoryContent playlist, CancellationToken cancellation)
    {
        if (playlist.Facts.FirstVariant is not { } variant)
        {
            return new OriginResult.Found(playlist);
        }

        return Beside(key, variant) is { } there
            ? await origin.OpenPlaylistAsync(there, cancellation)
            : new OriginResult.Unavailable("the first variant lies elsewhere");
    }

    /// <summary>Opens and reads a playlist. Broken storage is a result.</summary>
    /// <returns>Found with a <see cref="MemoryContent"/>.</returns>
    public static async ValueTask<OriginResult> OpenPlaylistAsync(this IOrigin origin, MediaKey key, CancellationToken cancellation)
    {
        var result = await origin.OpenAsync(key, cancellation);
        if (result is not OriginResult.Found { Content: var content })
        {
            return result;
        }

        using (content)
        {
            try
            {
                return await content.ReadPlaylistAsync(cancellation) is { } playlist
                    ? new OriginResult.Found(playlist)
                    : new OriginResult.Unavailable("the playlist is too long or ended early");
            }
            catch (IOException failure)
            {
                return new OriginResult.Unavailable($"{failure.GetType().Name} on reading");
            }
        }
    }

    // Relative references into the master's own folder or below (RFC 3986, section 5.2.3); a query is nothing to a file.
    private static MediaKey? Beside(MediaKey master, string variant)
    {
        var end = variant.AsSpan().IndexOfAny('?', '#');
        var folder = master.Path.Value[..(master.Path.Value.LastIndexOf('/') + 1)];
        return ContentPath.TryParse(folder + (end < 0 ? variant : variant[..end]), out var path) ? master with { Path = path } : null;
    }
}
