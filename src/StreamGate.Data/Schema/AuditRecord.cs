namespace StreamGate.Data.Schema;

/// <summary>A row of <c>audit_log</c> in the database's own types.</summary>
internal sealed class AuditRecord
{
    /// <summary>Grows with every row and is never used again.</summary>
    public long Id { get; set; }

    public long At { get; set; }

    /// <summary><c>system</c>, <c>viewer</c> or <c>admin</c>.</summary>
    public required string Caller { get; set; }

    public string? Ip { get; set; }

    public required string Action { get; set; }

    public required string Outcome { get; set; }

    public string? EventId { get; set; }

    public string? TicketId { get; set; }

    /// <summary>The first 12 hex digits of the code's hash.</summary>
    public string? TicketHash { get; set; }

    public string? SessionId { get; set; }

    public string? Detail { get; set; }
}
