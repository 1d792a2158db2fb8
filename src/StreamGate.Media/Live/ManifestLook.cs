namespace StreamGate.Media.Live;

/// <summary>One look at a stream's manifest.</summary>
public abstract record ManifestLook
{
    private ManifestLook()
    {
    }

    /// <param name="Ended">Whether it says that nothing will be added; null when this look can't tell.</param>
    public sealed record Seen(DateTimeOffset? LastModified, string? ETag, bool? Ended) : ManifestLook;

    /// <summary>The stream has no manifest.</summary>
    public sealed record Missing : ManifestLook;

    /// <summary>Whoever has the manifest did not answer.</summary>
    public sealed record Unreachable : ManifestLook;
}
