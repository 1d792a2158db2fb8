using System.Collections.Immutable;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;

namespace StreamGate.Data.Rows;

/// <summary>A row of <c>access_tokens</c>, which is the ticket grain's whole state. Its version is its ETag.</summary>
public sealed record TicketRow
{
    public TicketId Id { get; init; }

    public TicketCode Code { get; init; }

    public EventId Event { get; init; }

    public string? Label { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the ticket was first redeemed, and from where; stamped once.</summary>
    public DateTimeOffset? RedeemedAt { get; init; }

    public string? RedeemedIp { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>The epoch of the latest grant of the ticket's lease; only grows.</summary>
    public long Epoch { get; init; }

    /// <summary>The sessions that hold the lease, oldest grant first: at most as many as the event allows devices.</summary>
    public ImmutableArray<LeaseRow> Leases { get; init; } = [];

    /// <summary>1 in the first write, one more in each later one. Assigned by the store.</summary>
    public long Version { get; init; }

    /// <summary>What the audit trail is to say of the next write: appended with the row in one commit, and not part of it.</summary>
    public ImmutableArray<AuditEntry> Trail { get; init; } = [];
}
