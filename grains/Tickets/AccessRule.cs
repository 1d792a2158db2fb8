using StreamGate.Contracts.Events;
using StreamGate.Data.Rows;

namespace StreamGate.Grains.Tickets;

/// <summary>Whether a ticket opens its event, before any lease is looked at (leases.md, "Access rules on redeem and on refresh").</summary>
internal static class AccessRule
{
    /// <param name="row">The ticket's row, or null when its code was never issued.</param>
    /// <param name="showing">Its event, or null when that was deleted with all its tickets.</param>
    public static Access Judge(TicketRow? row, EventView? showing, DateTimeOffset now)
    {
        if (row is null || showing is null)
        {
            return Access.Unknown;
        }

        if (row.RevokedAt is not null)
        {
            return Access.Revoked;
        }

        if (!showing.IsAvailable)
        {
            return Access.EventOff;
        }

        return now <= showing.Details.AccessEndsAt ? Access.Open : Access.Expired;
    }
}
