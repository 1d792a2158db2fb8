using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;

namespace StreamGate.Cluster.Tests.Tickets;

/// <summary>What a disk that fails at the wrong moment must not break.</summary>
public sealed class FailedWriteTests(GateCluster gate) : IClassFixture<GateCluster>
{
    private static readonly Caller Admin = Caller.Admin("192.0.2.9");

    [Fact]
    public async Task A_session_that_was_ended_before_a_write_failed_gives_its_ticket_up()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var viewing = await gate.Watch(showing, ticket);
        await viewing.Segment();

        gate.Storage.FailNextWrite();
        await Assert.ThrowsAnyAsync<Exception>(() => gate.Ticket(ticket).Revoke(Admin));

        Assert.Equal(AuthorizeOutcome.Ended, await viewing.Segment());
        Assert.Equal(HeartbeatResult.NotFound, await viewing.Heartbeat());
        Assert.Equal(AuthorizeOutcome.Allowed, await (await gate.Watch(showing, ticket)).Segment());
    }

    [Fact]
    public async Task A_revocation_that_failed_and_is_asked_for_again_is_in_the_trail_once()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);

        gate.Storage.FailNextWrite();
        await Assert.ThrowsAnyAsync<Exception>(() => gate.Ticket(ticket).Revoke(Admin));
        Assert.Equal(0, await Revocations(ticket));
        Assert.IsType<RevocationResult.Done>(await gate.Ticket(ticket).Revoke(Admin));
        Assert.IsType<RevocationResult.Done>(await gate.Ticket(ticket).Revoke(Admin));

        Assert.Equal(1, await Revocations(ticket));
    }

    [Fact]
    public async Task A_redemption_whose_write_failed_was_never_granted()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);

        gate.Storage.FailNextWrite();
        await Assert.ThrowsAnyAsync<Exception>(() => gate.Ticket(ticket).Redeem(Caller.Viewer(null)));

        await gate.Watch(showing, ticket);
        Assert.Equal(1, (await gate.Catalogue.Row(ticket)).Epoch);
    }

    [Fact]
    public async Task A_newcomer_is_let_in_although_another_holder_times_out_while_the_row_is_written()
    {
        var showing = await gate.NewEvent(devices: 2);
        var ticket = await gate.NewTicket(showing);
        await gate.Watch(showing, ticket);
        gate.Clock.Advance(TimeSpan.FromSeconds(59.99));

        gate.Storage.BeforeNextWrite(() =>
        {
            gate.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.CompletedTask;
        });
        var second = await gate.Watch(showing, ticket);

        Assert.Equal(AuthorizeOutcome.Allowed, await second.Segment());
    }

    [Fact]
    public async Task Nobody_sees_a_change_of_an_event_before_it_is_durable()
    {
        var showing = await gate.NewEvent();
        await gate.Event(showing.Id).SetActive(active: false, Admin);
        var seen = default(EventView);
        gate.Storage.BeforeNextWrite(async () =>
        {
            seen = await gate.Event(showing.Id).Get();
            throw new IOException("The disk is full.");
        });

        await Assert.ThrowsAnyAsync<Exception>(() => gate.Event(showing.Id).SetActive(active: true, Admin));

        Assert.False(seen!.IsAvailable);
        Assert.False((await gate.Event(showing.Id).Get())!.IsAvailable);
    }

    [Fact]
    public async Task A_release_after_the_event_was_deleted_is_answered()
    {
        var showing = await gate.NewEvent();
        var ticket = await gate.NewTicket(showing);
        var viewing = await gate.Watch(showing, ticket);
        await gate.Event(showing.Id).Delete("A concert", Admin);

        await viewing.Release();

        Assert.IsType<RedeemResult.Unknown>(await gate.Ticket(ticket).Redeem(Caller.Viewer(null)));
    }

    private async Task<int> Revocations(TicketKey ticket)
    {
        var row = await gate.Catalogue.Row(ticket);
        var page = await gate.Catalogue.Get<IAuditQueries>().PageAsync(new AuditFilter(Ticket: row.Id), 1, 50, CancellationToken.None);
        return page.Items.Count(entry => entry.Action == AuditActions.TicketRevoked);
    }
}
