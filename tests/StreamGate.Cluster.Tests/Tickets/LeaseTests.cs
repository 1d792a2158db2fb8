using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Cluster.Tests.Tickets;

[Collection(ClusterCollection.Name)]
public sealed class LeaseTests(GateCluster gate)
{
    [Fact]
    public async Task A_second_device_is_refused_while_the_first_is_heard_from_and_let_in_after_it_falls_silent()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var first = await gate.Watch(showing, ticket);

        gate.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HeartbeatResult.Ok, await first.Heartbeat());
        gate.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.IsType<RedeemResult.InUse>(await gate.Ticket(ticket).Redeem(Caller.Viewer("192.0.2.2")));

        gate.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = await gate.Watch(showing, ticket);
        Assert.Equal(AuthorizeOutcome.Allowed, await second.Segment());
        Assert.NotEqual(AuthorizeOutcome.Allowed, await first.Segment());
        Assert.Equal(HeartbeatResult.Conflict, await first.Heartbeat());
    }

    [Fact]
    public async Task A_player_that_never_sends_a_heartbeat_is_cut_off_after_one_timeout()
    {
        var showing = await gate.NewEvent();
        var viewing = await gate.Watch(showing, await gate.NewTicket(showing));

        Assert.Equal(AuthorizeOutcome.Allowed, await viewing.Segment());
        gate.Clock.Advance(GateCluster.SessionTimeout + TimeSpan.FromMilliseconds(1));

        Assert.NotEqual(AuthorizeOutcome.Allowed, await viewing.Segment());
        Assert.Equal(HeartbeatResult.NotFound, await viewing.Heartbeat());
    }

    [Fact]
    public async Task Of_two_devices_racing_for_a_ticket_exactly_one_wins_every_time()
    {
        var showing = await gate.NewEvent();
        foreach (var ticket in (await gate.NewTickets(showing, 500)).Concat(await gate.NewTickets(showing, 500)))
        {
            var grain = gate.Ticket(ticket);
            var answers = await Task.WhenAll(
                Task.Run(() => grain.Redeem(Caller.Viewer("192.0.2.1"))),
                Task.Run(() => grain.Redeem(Caller.Viewer("192.0.2.2"))));

            Assert.Single(answers, answer => answer is RedeemResult.Granted);
            Assert.Single(answers, answer => answer is RedeemResult.InUse);
        }
    }

    [Fact]
    public async Task Releasing_frees_the_ticket_at_once_and_ends_the_session()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var first = await gate.Watch(showing, ticket);
        await first.Segment();

        await first.Release();

        Assert.Equal(AuthorizeOutcome.Ended, await first.Segment());
        var second = await gate.Watch(showing, ticket);
        await first.Release();
        Assert.Equal(AuthorizeOutcome.Allowed, await second.Segment());
        Assert.Equal(HeartbeatResult.Ok, await second.Heartbeat());
    }

    [Fact]
    public async Task A_holder_whose_ticket_grain_came_to_life_elsewhere_gets_one_full_timeout()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var first = await gate.Watch(showing, ticket);
        gate.Clock.Advance(TimeSpan.FromSeconds(50));

        await gate.Cluster.DeactivateAsync(gate.Ticket(ticket));
        gate.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<RedeemResult.InUse>(await gate.Ticket(ticket).Redeem(Caller.Viewer("192.0.2.2")));
        gate.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.IsType<RedeemResult.InUse>(await gate.Ticket(ticket).Redeem(Caller.Viewer("192.0.2.2")));
        Assert.Equal(HeartbeatResult.Ok, await first.Heartbeat());
        Assert.Equal(AuthorizeOutcome.Allowed, await first.Segment());
    }

    [Fact]
    public async Task Replacing_the_oldest_lets_the_newcomer_in_and_the_oldest_hears_of_it_as_a_conflict()
    {
        var showing = await gate.NewEvent(devices: 2, ExtraDevicePolicy.ReplaceOldest);
        var ticket = await gate.NewTicket(showing);
        var first = await gate.Watch(showing, ticket);
        var second = await gate.Watch(showing, ticket);
        await first.Segment();

        var third = await gate.Watch(showing, ticket);

        Assert.Equal(AuthorizeOutcome.Ended, await first.Segment());
        Assert.Equal(HeartbeatResult.Conflict, await first.Heartbeat());
        Assert.Equal(AuthorizeOutcome.Allowed, await second.Segment());
        Assert.Equal(AuthorizeOutcome.Allowed, await third.Segment());
    }

    [Fact]
    public async Task A_lease_whose_viewer_vanished_is_given_up_and_audited_without_anybody_asking()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var viewing = await gate.Watch(showing, ticket);

        gate.Clock.Advance(GateCluster.SessionTimeout + TimeSpan.FromSeconds(1));

        await gate.Catalogue.UntilAudited("session.timed-out", viewing.Claims.Session);
    }

    [Fact]
    public async Task A_path_of_another_event_is_refused()
    {
        var showing = await gate.NewEvent();
        var viewing = await gate.Watch(showing, await gate.NewTicket(showing));
        var other = await gate.NewEvent();

        Assert.Equal(AuthorizeOutcome.WrongPath, await gate.Session(viewing.Claims.Session).Authorize(viewing.Claims, $"/streams/{other.Id}/stream.m3u8"));
    }

    [Fact]
    public async Task A_session_id_that_was_never_granted_opens_nothing()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var forged = new Viewing(gate, new SessionClaims(ticket, showing.Id, SessionId.New(gate.Clock)));

        Assert.Equal(AuthorizeOutcome.Ended, await forged.Segment());
        Assert.Equal(HeartbeatResult.NotFound, await forged.Heartbeat());
        await forged.Release();
        Assert.Equal(AuthorizeOutcome.Allowed, await (await gate.Watch(showing, ticket)).Segment());
    }

    [Fact]
    public async Task Segments_end_a_minute_after_the_access_window_and_redeeming_ends_with_it()
    {
        var showing = await gate.NewEvent(length: TimeSpan.FromHours(1));
        var ticket = await gate.NewTicket(showing);
        gate.Clock.Advance(showing.Details.AccessEndsAt - gate.Clock.GetUtcNow());
        var viewing = await gate.Watch(showing, ticket);

        gate.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(AuthorizeOutcome.Allowed, await viewing.Segment());
        Assert.Equal(showing.Details.AccessEndsAt, Assert.IsType<RedeemResult.Expired>(await gate.Ticket(ticket).Redeem(Caller.Viewer(null))).AccessEndedAt);
        Assert.IsType<RenewResult.Expired>(await viewing.Renew());

        Assert.Equal(HeartbeatResult.Ok, await viewing.Heartbeat());
        gate.Clock.Advance(TimeSpan.FromSeconds(1.001));
        Assert.Equal(AuthorizeOutcome.AccessOver, await viewing.Segment());
        Assert.Equal(HeartbeatResult.NotFound, await viewing.Heartbeat());
    }

    [Fact]
    public async Task The_first_redemption_is_stamped_once()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var first = await gate.Watch(showing, ticket);
        var stamped = gate.Clock.GetUtcNow();
        await first.Release();
        gate.Clock.Advance(TimeSpan.FromMinutes(5));
        await gate.Ticket(ticket).Redeem(Caller.Viewer("198.51.100.7"));

        var row = await gate.Catalogue.Row(ticket);

        Assert.Equal(stamped, row.RedeemedAt);
        Assert.Equal("192.0.2.1", row.RedeemedIp);
        Assert.Equal(2, row.Epoch);
    }
}
