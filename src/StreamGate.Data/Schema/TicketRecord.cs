namespace StreamGate.Data.Schema;

/// <summary>A row of <c>access_tokens</c> in the database's own types. When it expires is its event's business and stored nowhere.</summary>
internal sealed class TicketRecord
{
    public required string Id { get; set; }

    /// <summary>The code itself: what an admin hands out. Unique; case matters.</summary>
    public required string Code { get; set; }

    /// <summary>SHA-256 of the code in 64 lower-case hex digits: how the ticket's grain finds its row.</summary>
    public required string CodeHash { get; set; }

    public required string EventId { get; set; }

    public string? Label { get; set; }

    public long CreatedAt { get; set; }

    public long? RedeemedAt { get; set; }

    public string? RedeemedIp { get; set; }

    public long? RevokedAt { get; set; }

    public long Epoch { get; set; }

    /// <summary>The leases as <see cref="Storage.LeaseJson"/> writes them; null when there is none.</summary>
    public string? Leases { get; set; }

    public long Version { get; set; }
}
