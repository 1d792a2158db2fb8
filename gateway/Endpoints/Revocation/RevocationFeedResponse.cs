namespace StreamGate.Gateway.Endpoints.Revocation;

/// <summary>What external edges must stop serving.</summary>
/// <param name="ServerTime">The next poll's <c>since</c>: some seconds before now, or where this answer had to stop because it was full.</param>
public sealed record RevocationFeedResponse(
    IReadOnlyList<RevocationFeedResponse.Revocation> Revocations,
    IReadOnlyList<RevocationFeedResponse.EventDeactivation> EventDeactivations,
    DateTimeOffset ServerTime)
{
    public sealed record Revocation(string Code, DateTimeOffset RevokedAt);

    public sealed record EventDeactivation(string EventId, DateTimeOffset DeactivatedAt, IReadOnlyList<string> TokenCodes);
}
