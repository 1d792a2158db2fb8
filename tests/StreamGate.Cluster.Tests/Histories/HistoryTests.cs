using CsCheck;
using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Cluster.Tests.Histories;

/// <summary>leases.md, promises 1–5, over generated histories on two silos under one fake clock.</summary>
[Collection(ClusterCollection.Name)]
public sealed class HistoryTests(GateCluster gate)
{
    private const int Tickets = 2;

    private static readonly Gen<HistoryStep> Step = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(HistoryAction.Redeem)),
            (6, Gen.Const(HistoryAction.Heartbeat)),
            (2, Gen.Const(HistoryAction.Release)),
            (2, Gen.Const(HistoryAction.Renew)),
            (3, Gen.Const(HistoryAction.Segment)),
            (1, Gen.Const(HistoryAction.Revoke)),
            (2, Gen.Const(HistoryAction.Unrevoke)),
            (1, Gen.Const(HistoryAction.Deactivate)),
            (2, Gen.Const(HistoryAction.Reactivate)),
            (5, Gen.Const(HistoryAction.TimePasses)),
            (1, Gen.Const(HistoryAction.TicketForgets)),
            (1, Gen.Const(HistoryAction.SessionForgets))),
        Gen.Int[0, Tickets - 1],
        Gen.Int[0, 2],
        Gen.OneOf([.. new[] { 1, 29, 30, 31, 59, 60, 61, 120 }.Select(Gen.Const)]),
        (action, ticket, device, seconds) => new HistoryStep(action, ticket, device, seconds));

    [Theory]
    [InlineData(1, ExtraDevicePolicy.Refuse)]
    [InlineData(1, ExtraDevicePolicy.ReplaceOldest)]
    [InlineData(2, ExtraDevicePolicy.Refuse)]
    [InlineData(2, ExtraDevicePolicy.ReplaceOldest)]
    public async Task Every_promise_holds_after_every_step_of_any_history(int devices, ExtraDevicePolicy policy)
    {
        var served = 0;
        await Step.Array[10, 40].SampleAsync(
            async steps =>
            {
                var showing = await gate.NewEvent(devices, policy);
                var run = new HistoryRun(gate, showing, await gate.NewTickets(showing, Tickets), devices);
                await run.Play(steps);
                served += run.Served;
            },
            iter: 100,
            threads: 1);

        Assert.True(served > 1_000, $"The histories served only {served} segments: they prove little.");
    }

    [Theory]
    [InlineData(ExtraDevicePolicy.Refuse)]
    [InlineData(ExtraDevicePolicy.ReplaceOldest)]
    public async Task Devices_that_all_act_at_once_never_share_a_ticket(ExtraDevicePolicy policy)
    {
        for (var round = 0; round < 50; round++)
        {
            var showing = await gate.NewEvent(devices: 1, policy);
            var ticket = await gate.NewTicket(showing);
            var race = new Race(gate, showing, ticket);

            await Task.WhenAll(Enumerable.Range(0, 6).Select(device => Task.Run(() => race.Run(device, steps: 10))));

            race.CheckThatNoOlderSessionWasServedAfterANewerGrant();
        }
    }
}
