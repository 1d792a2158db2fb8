using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.RateLimiting;

/// <summary>Plugs the cluster's rate limits into ASP.NET's middleware.</summary>
public static class GatewayRateLimits
{
    private static readonly TimeSpan UsualWait = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddGatewayRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options => options.OnRejected = (rejected, _) => new ValueTask(Refuse(rejected)));
        services.AddSingleton<GrainRateLimiter>();
        services.AddSingleton<IConfigureOptions<RateLimiterOptions>>(provider =>
            new ConfigureOptions<RateLimiterOptions>(options => options.GlobalLimiter = provider.GetRequiredService<GrainRateLimiter>()));
        return services;
    }

    /// <summary>Counts every request of these routes under <paramref name="policy"/>.</summary>
    public static T LimitedBy<T>(this T routes, RateLimitPolicy policy)
        where T : IEndpointConventionBuilder => routes.WithMetadata(policy);

    private static Task Refuse(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) ? retryAfter : UsualWait;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return new ApiProblem(StatusCodes.Status429TooManyRequests, $"Too many attempts. Please try again in {seconds} seconds.") { RetryAfter = wait }
            .WriteAsync(rejected.HttpContext);
    }
}
