using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Audit;

/// <summary>A row of <c>audit_log</c>: who did what to whom, and what came of it.</summary>
/// <param name="At">When, by the cluster's clock.</param>
/// <param name="Caller">Who, and from where.</param>
/// <param name="Action">A name of <see cref="AuditActions"/>.</param>
/// <param name="Outcome"><c>ok</c>, or in one word why not.</param>
public sealed record AuditEntry(DateTimeOffset At, Caller Caller, string Action, string Outcome = "ok")
{
    public EventId? Event { get; init; }

    public TicketId? TicketId { get; init; }

    /// <summary>The ticket; only the first 12 hex digits of its code's hash are kept.</summary>
    public TicketKey? Ticket { get; init; }

    public SessionId? Session { get; init; }

    /// <summary>A sentence more, without secrets: a count, a title.</summary>
    public string? Detail { get; init; }
}
