using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.RateLimiting;

namespace StreamGate.Cluster.Tests.RateLimiting;

[Collection(ClusterCollection.Name)]
public sealed class RateLimiterTests(GateCluster gate)
{
    [Fact]
    public async Task Callers_on_every_silo_share_one_count()
    {
        var rule = new RateLimitRule(5, TimeSpan.FromMinutes(1));
        var grain = gate.Grains.GetGrain<IRateLimiterGrain>(RateLimitShard.GrainKey("test", "192.0.2.77"));

        var decisions = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.Acquire("192.0.2.77", rule)));

        Assert.Equal(5, decisions.Count(decision => decision.Allowed));
        Assert.All(decisions.Where(decision => !decision.Allowed), decision => Assert.Equal(TimeSpan.FromMinutes(1), decision.RetryAfter));
        gate.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await grain.Acquire("192.0.2.77", rule)).Allowed);
    }

    [Fact]
    public void A_flood_of_subjects_reaches_a_bounded_number_of_grains()
    {
        var keys = Enumerable.Range(0, 100_000).Select(i => RateLimitShard.GrainKey("test", $"subject-{i}")).Distinct();

        Assert.InRange(keys.Count(), 1, RateLimitShard.Count);
    }
}
