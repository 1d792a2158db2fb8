using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Cluster.Tests.Tickets;

/// <summary>On a cluster of its own, so that no other test's leases time out, and are written, while the writes are counted.</summary>
public sealed class HeartbeatWriteTests(GateCluster gate) : IClassFixture<GateCluster>
{
    [Fact]
    public async Task A_heartbeat_writes_nothing_to_the_database()
    {
        var showing = await gate.NewEvent();
        var viewing = await gate.Watch(showing, await gate.NewTicket(showing));
        Assert.Equal(HeartbeatResult.Ok, await viewing.Heartbeat());
        var before = gate.Catalogue.Writes;

        for (var i = 0; i < 100; i++)
        {
            gate.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(HeartbeatResult.Ok, await viewing.Heartbeat());
        }

        Assert.Equal(before, gate.Catalogue.Writes);
        await viewing.Release();
        Assert.True(gate.Catalogue.Writes > before);
    }
}
