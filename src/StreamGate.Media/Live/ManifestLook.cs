namespace StreamGate.Media.Live;

/// <summary>One look at a stream's manifest.</summary>
public abstract record ManifestLook
{
    private ManifestLook()
    {
    }

    /// <param name="Ended">It says that nothing will be added; false when that can't be seen.</param>
    public sealed record Seen(DateTimeOffset? LastModified, string? ETag, bool Ended) : ManifestLook;

    /// <summary>The stream has no manifest.</summary>
    public sealed record Missing : ManifestLook;

    /// <summary>Whoever has the manifest did not answer.</summary>
    public sealed record Unreachable : ManifestLook;
}
