using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Events;

/// <summary>An event as it stands.</summary>
/// <param name="Version">Grows with every write; orders notices about the event.</param>
/// <param name="DeactivatedAt">Since when viewers are shut out, or null.</param>
/// <param name="ArchivedAt">Since when the event is put away (which shuts viewers out too), or null.</param>
[GenerateSerializer, Immutable, Alias("streamgate.event-view")]
public sealed record EventView(
    [property: Id(0)] EventId Id,
    [property: Id(1)] EventDetails Details,
    [property: Id(2)] DateTimeOffset? DeactivatedAt,
    [property: Id(3)] DateTimeOffset? ArchivedAt,
    [property: Id(4)] DateTimeOffset CreatedAt,
    [property: Id(5)] DateTimeOffset UpdatedAt,
    [property: Id(6)] long Version)
{
    /// <summary>Whether tickets of this event may open anything at all.</summary>
    public bool IsAvailable => DeactivatedAt is null && ArchivedAt is null;
}
