using StreamGate.Contracts.RateLimiting;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>Lets everybody pass until the test says otherwise.</summary>
public sealed class FakeRateLimiter : IRateLimiterGrain
{
    public Func<RateLimitDecision> OnAcquire { get; set; } = () => new RateLimitDecision(true, TimeSpan.Zero);

    public List<(string Subject, RateLimitRule Rule)> Asked { get; } = [];

    public Task<RateLimitDecision> Acquire(string subject, RateLimitRule rule)
    {
        Asked.Add((subject, rule));
        return Task.FromResult(OnAcquire());
    }
}
