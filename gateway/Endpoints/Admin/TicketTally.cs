using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>Tickets by status.</summary>
public sealed record TicketTally(int Unused, int Redeemed, int Expired, int Revoked, int Total)
{
    public static TicketTally None { get; } = new(0, 0, 0, 0, 0);

    public static TicketTally Of(TicketCounts counts) => new(counts.Unused, counts.Redeemed, counts.Expired, counts.Revoked, counts.Total);
}
