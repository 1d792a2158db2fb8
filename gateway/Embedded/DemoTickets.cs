using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Embedded;

/// <summary>Ten tickets an event in mixed states, issued, redeemed and revoked the way anybody's are.</summary>
public sealed class DemoTickets(IGrainFactory grains, ITicketQueries tickets)
{
    private const int Count = 10;
    private const int FirstRedeemed = 6;
    private const int FirstRevoked = 8;

    /// <summary>Makes what is missing of them: six unused, two redeemed, two revoked. The codes of the unused ones.</summary>
    public async Task<IReadOnlyList<TicketCode>> EnsureAsync(EventId id, CancellationToken cancel)
    {
        var issued = await ReadAsync(id, cancel);
        if (issued.Count == 0)
        {
            await IssueAsync(id);
            issued = await ReadAsync(id, cancel);
        }

        for (var index = FirstRedeemed; index < issued.Count; index++)
        {
            await (index < FirstRevoked ? RedeemAsync(issued[index]) : RevokeAsync(issued[index]));
        }

        return [.. issued.Take(FirstRedeemed).Select(ticket => ticket.Code)];
    }

    private async Task<List<TicketListing>> ReadAsync(EventId id, CancellationToken cancel)
    {
        var issued = new List<TicketListing>(Count);
        await foreach (var ticket in tickets.ExportAsync(id, cancel))
        {
            issued.Add(ticket);
        }

        // Ids never change, so a first run that is taken up again deals out the same states.
        issued.Sort((a, b) => a.Id.Value.CompareTo(b.Id.Value));
        return issued;
    }

    private async Task IssueAsync(EventId id)
    {
        if (await grains.GetGrain<IEventGrain>(id.GrainKey).IssueTickets(Count, "Demo", Caller.System) is not IssueResult.Issued)
        {
            throw new InvalidOperationException("The demo event refused to issue its tickets.");
        }
    }

    private async Task RedeemAsync(TicketListing ticket)
    {
        var grain = Grain(ticket);
        if (ticket.Status == TicketStatus.Unused && await grain.Redeem(Caller.System) is RedeemResult.Granted granted)
        {
            await grain.Release(granted.Session, Caller.System);
        }
    }

    private Task RevokeAsync(TicketListing ticket) => Grain(ticket).Revoke(Caller.System);

    private IAccessTokenGrain Grain(TicketListing ticket) => grains.GetGrain<IAccessTokenGrain>(ticket.Code.Key.GrainKey);
}
