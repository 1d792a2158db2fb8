using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Data.Queries;

/// <summary>A ticket as a list shows it, joined with its event.</summary>
/// <param name="ExpiresAt">The event's end plus its access window.</param>
/// <param name="Devices">How many sessions the row says hold its lease.</param>
public sealed record TicketListing(
    TicketId Id,
    TicketCode Code,
    EventId Event,
    string EventTitle,
    string? Label,
    TicketStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RedeemedAt,
    string? RedeemedIp,
    DateTimeOffset? RevokedAt,
    int Devices);
