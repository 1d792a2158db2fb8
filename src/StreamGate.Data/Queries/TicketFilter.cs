using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Data.Queries;

/// <summary>Which tickets a list shows.</summary>
/// <param name="Search">Part of a code (case matters not) or of a label; null for all.</param>
public sealed record TicketFilter(EventId? Event = null, TicketStatus? Status = null, string? Search = null);
