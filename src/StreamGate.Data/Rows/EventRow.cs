using System.Collections.Immutable;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;

namespace StreamGate.Data.Rows;

/// <summary>A row of <c>events</c>, which is the event grain's whole state. Its version is its ETag.</summary>
public sealed record EventRow
{
    public EventId Id { get; init; }

    public EventDetails Details { get; init; } = new("", "", default, default, EventDetails.DefaultAccessWindowHours, null, 1, ExtraDevicePolicy.Refuse);

    public DateTimeOffset? DeactivatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>1 in the first write, one more in each later one. Assigned by the store.</summary>
    public long Version { get; init; }

    /// <summary>What the audit trail is to say of the next write: appended with the row in one commit, and not part of it.</summary>
    public ImmutableArray<AuditEntry> Trail { get; init; } = [];
}
