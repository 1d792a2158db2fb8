namespace StreamGate.Data.Schema;

/// <summary>A row of <c>events</c> in the database's own types: UUIDs with dashes, Unix milliseconds.</summary>
internal sealed class EventRecord
{
    public required string Id { get; set; }

    public required string Title { get; set; }

    public required string Description { get; set; }

    public long StartsAt { get; set; }

    public long EndsAt { get; set; }

    public int AccessWindowHours { get; set; }

    public string? PosterUrl { get; set; }

    public int DevicesPerTicket { get; set; }

    /// <summary>The number of <see cref="Contracts.Events.ExtraDevicePolicy"/>.</summary>
    public int OnExtraDevice { get; set; }

    public long? DeactivatedAt { get; set; }

    public long? ArchivedAt { get; set; }

    public long CreatedAt { get; set; }

    public long UpdatedAt { get; set; }

    public long Version { get; set; }
}
