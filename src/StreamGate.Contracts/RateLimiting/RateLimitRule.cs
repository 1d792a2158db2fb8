namespace StreamGate.Contracts.RateLimiting;

/// <summary>At most <paramref name="Permits"/> (1–1,000) in any <paramref name="Window"/>.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.rate-limit-rule")]
public sealed record RateLimitRule([property: Id(0)] int Permits, [property: Id(1)] TimeSpan Window);
