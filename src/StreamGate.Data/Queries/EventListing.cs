using StreamGate.Contracts.Events;

namespace StreamGate.Data.Queries;

/// <summary>An event as a list shows it, with its tickets counted.</summary>
public sealed record EventListing(EventView Event, TicketCounts Tickets);
