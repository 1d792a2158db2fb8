namespace StreamGate.Gateway.Endpoints.Revocation;

/// <summary>What external edges must stop serving.</summary>
/// <param name="ServerTime">Taken before the feed was read: the next poll's <c>since</c>.</param>
public sealed record RevocationFeedResponse(
    IReadOnlyList<RevocationFeedResponse.Revocation> Revocations,
    IReadOnlyList<RevocationFeedResponse.EventDeactivation> EventDeactivations,
    DateTimeOffset ServerTime)
{
    public sealed record Revocation(string Code, DateTimeOffset RevokedAt);

    public sealed record EventDeactivation(string EventId, DateTimeOffset DeactivatedAt, IReadOnlyList<string> TokenCodes);
}
