using System.Data.Common;
using Dapper;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Schema;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Queries;

/// <inheritdoc cref="IEventQueries"/>
internal sealed class EventQueries(ICatalogueReader reader, TimeProvider clock) : IEventQueries
{
    private const int UpcomingShown = 5;

    private static readonly TicketCounts NoTickets = new(0, 0, 0, 0);

    public Task<PageOf<EventListing>> PageAsync(EventFilter filter, int page, int limit, CancellationToken cancel) =>
        reader.ReadAsync(connection => List(connection, filter, Paging.Of(page, limit)), cancel);

    public Task<bool> ExistsAsync(EventId id, CancellationToken cancel) => reader.ReadAsync(
        connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM events WHERE id = @id", new { id = id.ToString() }) > 0,
        cancel);

    public Task<EventListing?> FindAsync(EventId id, CancellationToken cancel) => reader.ReadAsync(
        connection => WithCounts(connection, Query(connection, "WHERE e.id = @id", new { id = id.ToString() })).SingleOrDefault(),
        cancel);

    public Task<DashboardFigures> DashboardAsync(CancellationToken cancel) => reader.ReadAsync(Dashboard, cancel);

    private long Now => clock.GetUtcNow().ToColumn();

    private PageOf<EventListing> List(DbConnection connection, EventFilter filter, Paging paging)
    {
        var where = EventSql.Where(filter);
        var values = new { now = Now, limit = paging.Limit, offset = paging.Offset };
        var total = connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM events e {where}", values);
        var events = Query(connection, $"{where} {EventSql.Order(filter.Sort)} LIMIT @limit OFFSET @offset", values);
        return new PageOf<EventListing>([.. WithCounts(connection, events)], paging.Page, paging.Limit, total);
    }

    private DashboardFigures Dashboard(DbConnection connection)
    {
        var values = new { now = Now, limit = UpcomingShown };
        var upcoming = Query(connection, $"WHERE {EventSql.Available} AND e.starts_at > @now ORDER BY e.starts_at, e.id LIMIT @limit", values);
        return new DashboardFigures(
            connection.ExecuteScalar<int>(EventSql.CountActive, values),
            connection.QuerySingle<TicketCountsRecord>(EventSql.CountsOfAll, values).ToCounts(),
            [.. upcoming]);
    }

    private IEnumerable<EventListing> WithCounts(DbConnection connection, IReadOnlyList<EventView> events)
    {
        var ids = events.Select(item => item.Id.ToString());
        var counts = connection.Query<TicketCountsRecord>(EventSql.CountsOfEvents, new { ids, now = Now })
            .ToDictionary(count => count.EventId, count => count.ToCounts());
        return [.. events.Select(item => new EventListing(item, counts.GetValueOrDefault(item.Id.ToString(), NoTickets)))];
    }

    private static List<EventView> Query(DbConnection connection, string rest, object values) =>
        [.. connection.Query<EventRecord>($"SELECT {EventTable.Columns} FROM events e {rest}", values).Select(ToView)];

    private static EventView ToView(EventRecord record)
    {
        var row = EventTable.FromRecord(record);
        return new EventView(row.Id, row.Details, row.DeactivatedAt, row.ArchivedAt, row.CreatedAt, row.UpdatedAt, row.Version);
    }
}
