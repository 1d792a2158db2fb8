using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Revocation;

/// <summary>What every silo must know of an event. Of two notices about one event, the higher version counts.</summary>
/// <param name="Version">The event row's version; <see cref="long.MaxValue"/> when it was deleted.</param>
/// <param name="IsAvailable">Whether its tickets may open anything.</param>
/// <param name="AccessEndsAt">Its end plus its access window.</param>
[GenerateSerializer, Immutable, Alias("streamgate.event-notice")]
public sealed record EventNotice(
    [property: Id(0)] EventId Event,
    [property: Id(1)] long Version,
    [property: Id(2)] bool IsAvailable,
    [property: Id(3)] DateTimeOffset AccessEndsAt);
