using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Revocation;

/// <summary>What every silo must know of a ticket. Of two notices about one ticket, the higher version counts.</summary>
/// <param name="Version">The ticket row's version.</param>
/// <param name="KeepUntil">Until when a session of this ticket could still ask; a silo may forget the notice then.</param>
[GenerateSerializer, Immutable, Alias("streamgate.ticket-notice")]
public sealed record TicketNotice(
    [property: Id(0)] TicketKey Ticket,
    [property: Id(1)] long Version,
    [property: Id(2)] bool Revoked,
    [property: Id(3)] DateTimeOffset KeepUntil);
