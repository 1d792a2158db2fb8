using StreamGate.Contracts.RateLimiting;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Playback;

namespace StreamGate.Gateway.RateLimiting;

/// <summary>The rate limits of the HTTP contract.</summary>
public static class RateLimitPolicies
{
    /// <summary>Codes tried, by address.</summary>
    public static RateLimitPolicy Validate { get; } = new("validate", options => PerMinute(options.ValidatePerMinute), AddressOf);

    /// <summary>Admin passwords tried, by address.</summary>
    public static RateLimitPolicy AdminLogin { get; } = new("admin-login", options => PerMinute(options.AdminLoginPerMinute), AddressOf);

    /// <summary>Tokens refreshed, by ticket. A request without a good token is nobody's, and is refused for that.</summary>
    public static RateLimitPolicy Refresh { get; } = new(
        "refresh",
        options => new RateLimitRule(options.RefreshPerHour, TimeSpan.FromHours(1)),
        context => BearerToken.Of(context.Request) is { } token
            && context.RequestServices.GetRequiredService<IPlaybackTokens>().Verify(token) is { IsProbe: false } verified
                ? verified.Claims.Ticket.Value
                : null);

    private static RateLimitRule PerMinute(int permits) => new(permits, TimeSpan.FromMinutes(1));

    private static string AddressOf(HttpContext context) => ClientAddress.SubjectOf(context.Connection.RemoteIpAddress);
}
