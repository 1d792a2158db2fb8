using Microsoft.Extensions.DependencyInjection;
using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Grains.Revocation;

namespace StreamGate.Cluster.Tests.Revocation;

[Collection(ClusterCollection.Name)]
public sealed class RevocationTests(GateCluster gate)
{
    private static readonly Caller Admin = Caller.Admin("192.0.2.9");

    [Fact]
    public async Task When_revoke_has_answered_every_silo_knows_and_no_segment_is_served()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var viewing = await gate.Watch(showing, ticket);
        await viewing.Segment();

        Assert.IsType<RevocationResult.Done>(await gate.Ticket(ticket).Revoke(Admin));

        Assert.All(Boards(), board => Assert.True(board.IsRevoked(ticket)));
        Assert.NotEqual(AuthorizeOutcome.Allowed, await viewing.Segment());
        Assert.Equal(HeartbeatResult.NotFound, await viewing.Heartbeat());
        Assert.IsType<RenewResult.Revoked>(await viewing.Renew());
        Assert.IsType<RedeemResult.Revoked>(await gate.Ticket(ticket).Redeem(Caller.Viewer(null)));
    }

    [Fact]
    public async Task Un_revoking_works_at_once_on_every_silo_and_the_ended_session_stays_ended()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var before = await gate.Watch(showing, ticket);
        await gate.Ticket(ticket).Revoke(Admin);

        Assert.IsType<RevocationResult.Done>(await gate.Ticket(ticket).Unrevoke(Admin));

        Assert.All(Boards(), board => Assert.False(board.IsRevoked(ticket)));
        var after = await gate.Watch(showing, ticket);
        Assert.Equal(AuthorizeOutcome.Allowed, await after.Segment());
        Assert.Equal(AuthorizeOutcome.Ended, await before.Segment());
    }

    [Fact]
    public async Task An_expired_ticket_can_be_revoked_but_not_given_back()
    {
        var showing = await gate.NewEvent(length: TimeSpan.FromHours(1));
        var ticket = await gate.NewTicket(showing);
        gate.Clock.Advance(TimeSpan.FromHours(3));

        Assert.IsType<RevocationResult.Done>(await gate.Ticket(ticket).Revoke(Admin));
        Assert.IsType<RevocationResult.Expired>(await gate.Ticket(ticket).Unrevoke(Admin));
    }

    [Fact]
    public async Task Revoking_a_ticket_that_does_not_exist_is_not_found()
    {
        var grain = gate.Ticket(TicketCode.Draw().Key);

        Assert.IsType<RevocationResult.NotFound>(await grain.Revoke(Admin));
        Assert.IsType<RevocationResult.NotFound>(await grain.Unrevoke(Admin));
    }

    [Fact]
    public async Task Deactivating_an_event_stops_its_viewers_and_reactivating_lets_the_living_go_on()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var viewing = await gate.Watch(showing, ticket);
        await viewing.Segment();

        await gate.Event(showing.Id).SetActive(active: false, Admin);
        Assert.Equal(AuthorizeOutcome.EventOff, await viewing.Segment());
        Assert.Equal(HeartbeatResult.NotFound, await viewing.Heartbeat());
        Assert.IsType<RedeemResult.EventOff>(await gate.Ticket(ticket).Redeem(Caller.Viewer(null)));

        await gate.Event(showing.Id).SetActive(active: true, Admin);
        Assert.Equal(AuthorizeOutcome.Allowed, await viewing.Segment());
    }

    [Fact]
    public async Task A_rescheduled_event_moves_the_access_end_of_those_already_watching()
    {
        var showing = await gate.NewEvent(length: TimeSpan.FromHours(1));
        var viewing = await gate.Watch(showing, await gate.NewTicket(showing));
        await viewing.Segment();

        var ended = showing.Details with { StartsAt = showing.Details.StartsAt.AddHours(-3), EndsAt = showing.Details.EndsAt.AddHours(-3) };
        Assert.IsType<EventResult.Saved>(await gate.Event(showing.Id).Update(ended, Admin));
        Assert.Equal(AuthorizeOutcome.AccessOver, await viewing.Segment());

        Assert.IsType<EventResult.Saved>(await gate.Event(showing.Id).Update(showing.Details, Admin));
        Assert.Equal(AuthorizeOutcome.Allowed, await viewing.Segment());
    }

    [Fact]
    public async Task Deleting_an_event_takes_its_tickets_and_its_viewers_with_it()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var viewing = await gate.Watch(showing, ticket);
        await viewing.Segment();

        Assert.IsType<DeleteEventResult.TitleMismatch>(await gate.Event(showing.Id).Delete("a concert", Admin));
        Assert.Equal(AuthorizeOutcome.Allowed, await viewing.Segment());

        Assert.Equal(1, Assert.IsType<DeleteEventResult.Deleted>(await gate.Event(showing.Id).Delete("A concert", Admin)).Tickets);
        Assert.Equal(AuthorizeOutcome.EventOff, await viewing.Segment());
        Assert.IsType<RedeemResult.Unknown>(await gate.Ticket(ticket).Redeem(Caller.Viewer(null)));
        Assert.IsType<DeleteEventResult.NotFound>(await gate.Event(showing.Id).Delete("A concert", Admin));
    }

    [Fact]
    public async Task A_silo_that_joins_knows_every_revocation_before_it_serves()
    {
        var showing = await gate.NewEvent();
        var off = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        await gate.Ticket(ticket).Revoke(Admin);
        await gate.Event(off.Id).SetActive(active: false, Admin);

        var joined = await gate.Cluster.StartAdditionalSiloAsync();
        try
        {
            var board = gate.Cluster.GetSiloServiceProvider(joined.SiloAddress).GetRequiredService<IRevocationBoard>();
            Assert.True(board.IsRevoked(ticket));
            Assert.False(board.Find(off.Id)!.IsAvailable);
        }
        finally
        {
            await gate.Cluster.StopSiloAsync(joined);
        }
    }

    private IEnumerable<IRevocationBoard> Boards() =>
        gate.Cluster.Silos.Select(silo => gate.Cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<IRevocationBoard>());
}
