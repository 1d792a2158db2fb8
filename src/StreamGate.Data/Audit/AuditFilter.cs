using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Audit;

/// <summary>Which entries a reader wants: those of one ticket, of one event, or all.</summary>
/// <param name="Ticket">A ticket: entries that name its id, and those that know it by its code's hash only.</param>
/// <param name="Event">An event, also one that is deleted.</param>
public sealed record AuditFilter(TicketId? Ticket = null, EventId? Event = null);
