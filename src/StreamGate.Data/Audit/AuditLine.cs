using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Audit;

/// <summary>An entry of the audit trail as it is read back.</summary>
/// <param name="Id">Grows in the order in which entries became durable.</param>
/// <param name="TicketHash">The first 12 hex digits of the hash of the ticket's code.</param>
public sealed record AuditLine(
    long Id,
    DateTimeOffset At,
    Caller Caller,
    string Action,
    string Outcome,
    EventId? Event,
    TicketId? TicketId,
    string? TicketHash,
    SessionId? Session,
    string? Detail);
