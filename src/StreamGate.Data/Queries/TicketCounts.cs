namespace StreamGate.Data.Queries;

/// <summary>Tickets by status.</summary>
public sealed record TicketCounts(int Unused, int Redeemed, int Expired, int Revoked)
{
    public int Total => Unused + Redeemed + Expired + Revoked;
}
