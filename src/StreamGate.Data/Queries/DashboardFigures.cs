using System.Collections.Immutable;
using StreamGate.Contracts.Events;

namespace StreamGate.Data.Queries;

/// <summary>What the dashboard opens with.</summary>
/// <param name="ActiveEvents">Available events whose access is not over.</param>
/// <param name="UpcomingEvents">The next five available events that have not started.</param>
public sealed record DashboardFigures(int ActiveEvents, TicketCounts Tickets, ImmutableArray<EventView> UpcomingEvents);
