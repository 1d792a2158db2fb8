using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>A ticket as admins see it.</summary>
/// <param name="Status"><c>unused</c>, <c>redeemed</c>, <c>expired</c> or <c>revoked</c>.</param>
/// <param name="Devices">How many devices hold it.</param>
public sealed record AdminTicket(
    string Id,
    string Code,
    string EventId,
    string EventTitle,
    string? Label,
    string Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? RedeemedAt,
    string? RedeemedIp,
    DateTimeOffset? RevokedAt,
    int Devices)
{
    public static AdminTicket Of(TicketListing ticket) => new(
        ticket.Id.ToString(),
        ticket.Code.Reveal(),
        ticket.Event.ToString(),
        ticket.EventTitle,
        ticket.Label,
        TicketStatusWords.Of(ticket.Status),
        ticket.CreatedAt,
        ticket.ExpiresAt,
        ticket.RedeemedAt,
        ticket.RedeemedIp,
        ticket.RevokedAt,
        ticket.Devices);

    /// <summary>A ticket that was issued a moment ago.</summary>
    public static AdminTicket Of(IssuedTicket ticket, EventId id, string title) => new(
        ticket.Id.ToString(),
        ticket.Code.Reveal(),
        id.ToString(),
        title,
        ticket.Label,
        TicketStatusWords.Of(TicketStatus.Unused),
        ticket.CreatedAt,
        ticket.ExpiresAt,
        RedeemedAt: null,
        RedeemedIp: null,
        RevokedAt: null,
        Devices: 0);
}
