namespace StreamGate.Media.Origins;

/// <summary>What an origin says to a request for a file.</summary>
public abstract record OriginResult
{
    private OriginResult()
    {
    }

    /// <summary>The file is open; who receives it disposes the content.</summary>
    public sealed record Found(OriginContent Content) : OriginResult;

    /// <summary>There is no such file, or it is not one that may be served.</summary>
    public sealed record NotFound : OriginResult
    {
        public static NotFound Instance { get; } = new();
    }

    /// <summary>The file can't be had now.</summary>
    /// <param name="Reason">For a log, never for a viewer.</param>
    public sealed record Unavailable(string Reason) : OriginResult;
}
