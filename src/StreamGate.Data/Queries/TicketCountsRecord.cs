namespace StreamGate.Data.Queries;

/// <summary>A row of <see cref="EventSql"/>'s counts. A revoked ticket counts as revoked only, an expired one as neither used nor unused.</summary>
internal sealed class TicketCountsRecord
{
    public required string EventId { get; set; }

    public int Unused { get; set; }

    public int Redeemed { get; set; }

    public int Expired { get; set; }

    public int Revoked { get; set; }

    public TicketCounts ToCounts() => new(Unused, Redeemed, Expired, Revoked);
}
