using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Tickets;

/// <summary>What a session learns from its ticket when it comes to life on a silo.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.attach-result")]
public abstract record AttachResult
{
    private AttachResult()
    {
    }

    /// <summary>The session holds a lease.</summary>
    /// <param name="SinceHeard">How long ago the holder was last heard from, on the ticket's monotonic clock.</param>
    /// <param name="AccessEndsAt">When the ticket stops opening anything.</param>
    /// <param name="EventVersion">The version of the event that <paramref name="AccessEndsAt"/> comes from.</param>
    [GenerateSerializer, Immutable, Alias("streamgate.attach-result.held")]
    public sealed record Held(
        [property: Id(0)] EventId Event,
        [property: Id(1)] TimeSpan SinceHeard,
        [property: Id(2)] DateTimeOffset AccessEndsAt,
        [property: Id(3)] long EventVersion) : AttachResult;

    /// <summary>It holds none, and as session ids are never used again, it never will.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.attach-result.gone")]
    public sealed record Gone : AttachResult;
}
