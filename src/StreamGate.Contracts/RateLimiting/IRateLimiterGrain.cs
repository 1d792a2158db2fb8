namespace StreamGate.Contracts.RateLimiting;

/// <summary>
/// Counts one shard of a policy's subjects, cluster-wide. Key: <c>policy/shard</c> from <see cref="RateLimitShard.GrainKey"/>, so that a
/// flood of subjects can't make a flood of grains.
/// </summary>
[Alias("streamgate.IRateLimiterGrain")]
public interface IRateLimiterGrain : IGrainWithStringKey
{
    /// <summary>Takes one permit for <paramref name="subject"/> if the rule leaves one.</summary>
    [Alias("acquire")]
    Task<RateLimitDecision> Acquire(string subject, RateLimitRule rule);
}
