using StreamGate.Contracts.RateLimiting;
using StreamGate.Grains.Playback;

namespace StreamGate.Grains.RateLimiting;

/// <summary>
/// Counts in memory. When its silo dies the counts start anew elsewhere: whoever can kill a silo gains one more window's permits, and
/// nobody waits for a database on the way in.
/// </summary>
[CollectionAgeLimit(Hours = 2)]
internal sealed class RateLimiterGrain(TimeProvider clock) : Grain, IRateLimiterGrain
{
    private const int SubjectsPerShard = 1_024;

    private readonly SlidingWindows _windows = new(SubjectsPerShard);

    public Task<RateLimitDecision> Acquire(string subject, RateLimitRule rule) =>
        Task.FromResult(_windows.Acquire(subject, rule, clock.Monotonic()));
}
