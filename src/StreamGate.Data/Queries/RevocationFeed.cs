using System.Collections.Immutable;
using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Queries;

/// <summary>What external edges must stop serving.</summary>
public sealed record RevocationFeed(
    ImmutableArray<RevocationFeed.Revocation> Revocations,
    ImmutableArray<RevocationFeed.EventDeactivation> EventDeactivations)
{
    /// <summary>
    /// Null when everything up to now is in here. Otherwise there were too many revocations for one answer: all before this instant
    /// are in here, and who asks again from it gets the next.
    /// </summary>
    public DateTimeOffset? CompleteUntil { get; init; }

    public sealed record Revocation(TicketCode Code, DateTimeOffset RevokedAt);

    /// <param name="TokenCodes">The event's tickets that were ever redeemed, so that a token may exist; bounded, so go by the event as well.</param>
    public sealed record EventDeactivation(EventId Event, DateTimeOffset DeactivatedAt, ImmutableArray<TicketCode> TokenCodes);
}
