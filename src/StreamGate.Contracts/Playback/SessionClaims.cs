using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Playback;

/// <summary>What a verified playback token says: which session of which ticket for which event.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.session-claims")]
public sealed record SessionClaims(
    [property: Id(0)] TicketKey Ticket,
    [property: Id(1)] EventId Event,
    [property: Id(2)] SessionId Session);
