using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using StreamGate.Contracts.RateLimiting;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.RateLimiting;

/// <summary>
/// Asks the cluster's rate limiter grains, under ASP.NET's own rate limiter middleware. It takes the subject from the request, so that
/// there is no table of limiters here which a flood of subjects could make grow. A grain that can't be reached is an exception: the
/// request gets a 503 and does not pass.
/// </summary>
public sealed class GrainRateLimiter(IGrainFactory grains, IOptionsMonitor<RateLimitingOptions> options) : PartitionedRateLimiter<HttpContext>
{
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    // Only a request that no policy is for can be let through without asking.
    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount) =>
        PolicyOf(resource) is null ? GrainLease.Granted : GrainLease.Undecided;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken)
    {
        if (PolicyOf(resource) is not { } policy || policy.Subject(resource) is not { } subject)
        {
            return GrainLease.Granted;
        }

        var grain = grains.GetGrain<IRateLimiterGrain>(RateLimitShard.GrainKey(policy.Name, subject));
        var decision = await grain.Acquire(subject, policy.Rule(options.CurrentValue));
        return decision.Allowed ? GrainLease.Granted : GrainLease.Refused(decision.RetryAfter);
    }

    private static RateLimitPolicy? PolicyOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RateLimitPolicy>();
}
