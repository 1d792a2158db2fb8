using StreamGate.Contracts.RateLimiting;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.RateLimiting;

/// <summary>A rate limit of a route group.</summary>
/// <param name="Name">Unique; part of the grains' keys.</param>
/// <param name="Rule">How often, by the options.</param>
/// <param name="Subject">Who is counted; null lets the request pass uncounted.</param>
public sealed record RateLimitPolicy(string Name, Func<RateLimitingOptions, RateLimitRule> Rule, Func<HttpContext, string?> Subject);
