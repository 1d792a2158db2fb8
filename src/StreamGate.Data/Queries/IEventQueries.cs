using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Queries;

/// <summary>Reads events for people. Never decides anything.</summary>
public interface IEventQueries
{
    Task<PageOf<EventListing>> PageAsync(EventFilter filter, int page, int limit, CancellationToken cancel);

    /// <summary>Whether there is such an event, without counting its tickets.</summary>
    Task<bool> ExistsAsync(EventId id, CancellationToken cancel);

    Task<EventListing?> FindAsync(EventId id, CancellationToken cancel);

    Task<DashboardFigures> DashboardAsync(CancellationToken cancel);
}
