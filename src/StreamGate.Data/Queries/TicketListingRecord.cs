using StreamGate.Contracts.Tickets;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Queries;

/// <summary>A row of <see cref="TicketSql"/>'s lists in the database's own types.</summary>
internal sealed class TicketListingRecord
{
    public required string Id { get; set; }

    public required string Code { get; set; }

    public required string EventId { get; set; }

    public required string EventTitle { get; set; }

    public string? Label { get; set; }

    public int Status { get; set; }

    public long CreatedAt { get; set; }

    public long ExpiresAt { get; set; }

    public long? RedeemedAt { get; set; }

    public string? RedeemedIp { get; set; }

    public long? RevokedAt { get; set; }

    public string? Leases { get; set; }

    public TicketListing ToListing() => new(
        Stored.TicketId(Id),
        Stored.Code(Code),
        Stored.EventId(EventId),
        EventTitle,
        Label,
        (TicketStatus)Status,
        CreatedAt.ToInstant(),
        ExpiresAt.ToInstant(),
        RedeemedAt.ToInstant(),
        RedeemedIp,
        RevokedAt.ToInstant(),
        LeaseJson.Count(Leases));
}
