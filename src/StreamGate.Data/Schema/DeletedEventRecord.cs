namespace StreamGate.Data.Schema;

/// <summary>A row of <c>deleted_events</c>: what must still be known of an event that is gone, so that edges stop serving it.</summary>
internal sealed class DeletedEventRecord
{
    public required string Id { get; set; }

    public long DeletedAt { get; set; }

    /// <summary>When its access would have ended.</summary>
    public long AccessEndsAt { get; set; }

    /// <summary>JSON array of the codes that had been redeemed, oldest redemption first; null when none had.</summary>
    public string? TokenCodes { get; set; }
}
