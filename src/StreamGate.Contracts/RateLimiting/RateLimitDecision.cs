namespace StreamGate.Contracts.RateLimiting;

/// <summary>Whether a subject may go on, and if not, after how long it may ask again.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.rate-limit-decision")]
public readonly record struct RateLimitDecision([property: Id(0)] bool Allowed, [property: Id(1)] TimeSpan RetryAfter);
