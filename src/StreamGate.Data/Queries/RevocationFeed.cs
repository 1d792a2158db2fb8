using System.Collections.Immutable;
using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Queries;

/// <summary>What external edges must stop serving.</summary>
public sealed record RevocationFeed(
    ImmutableArray<RevocationFeed.Revocation> Revocations,
    ImmutableArray<RevocationFeed.EventDeactivation> EventDeactivations)
{
    public sealed record Revocation(TicketCode Code, DateTimeOffset RevokedAt);

    public sealed record EventDeactivation(EventId Event, DateTimeOffset DeactivatedAt, ImmutableArray<TicketCode> TokenCodes);
}
