using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Queries;

/// <inheritdoc cref="ITicketQueries"/>
internal sealed class TicketQueries(ICatalogueReader reader, TimeProvider clock) : ITicketQueries
{
    private const int LargestLookUp = 1000;

    /// <summary>Tickets that an export reads at a time, so that no read stays open while a client is slow.</summary>
    private const int ExportBatch = 1000;

    public Task<PageOf<TicketListing>> PageAsync(TicketFilter filter, int page, int limit, CancellationToken cancel) =>
        reader.ReadAsync(connection => List(connection, filter, Paging.Of(page, limit)), cancel);

    public async IAsyncEnumerable<TicketListing> ExportAsync(EventId id, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (at, after) = (long.MinValue, "");
        TicketListing[] batch;
        do
        {
            var position = new { id = id.ToString(), at, after, limit = ExportBatch, now = Now };
            batch = await reader.ReadAsync(connection => Query(connection, TicketSql.ExportBatch, position).ToArray(), cancel);
            foreach (var ticket in batch)
            {
                yield return ticket;
                (at, after) = (ticket.CreatedAt.ToColumn(), ticket.Id.ToString());
            }
        }
        while (batch.Length == ExportBatch);
    }

    public async Task<TicketListing?> FindAsync(TicketId id, CancellationToken cancel) =>
        (await FindManyAsync([id], cancel)).SingleOrDefault();

    public Task<TicketListing?> FindByCodeAsync(TicketCode code, CancellationToken cancel) => reader.ReadAsync(
        connection => Query(connection, TicketSql.FindByCode, new { hash = code.Key.Value, now = Now }).SingleOrDefault(), cancel);

    public Task<ImmutableArray<TicketListing>> FindManyAsync(ImmutableArray<TicketId> ids, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Length, LargestLookUp);
        return reader.ReadAsync(connection => Find(connection, ids.Select(id => id.ToString())), cancel);
    }

    private long Now => clock.GetUtcNow().ToColumn();

    private PageOf<TicketListing> List(DbConnection connection, TicketFilter filter, Paging paging)
    {
        var search = LikePattern.Containing(filter.Search);
        var where = TicketSql.Where(filter, search is null ? null : $"({reader.Matches("t.code")} OR {reader.Matches("t.label")})");
        var values = new { id = filter.Event?.ToString(), now = Now, search, limit = paging.Limit, offset = paging.Offset };
        TicketListing[] Items() => [.. Query(connection, TicketSql.Page(where), values)];

        // A first page that is not full is the whole list: a search that finds few then looks at every row once, not twice.
        var first = paging.Offset == 0 ? Items() : null;
        var total = first?.Length < paging.Limit ? first.Length : connection.ExecuteScalar<int>(TicketSql.Count(where), values);
        var items = first ?? (paging.Offset < total ? Items() : []);
        return new PageOf<TicketListing>([.. items], paging.Page, paging.Limit, total);
    }

    private ImmutableArray<TicketListing> Find(DbConnection connection, IEnumerable<string> ids) =>
        [.. Query(connection, TicketSql.FindMany, new { ids, now = Now })];

    private static IEnumerable<TicketListing> Query(DbConnection connection, string sql, object values) =>
        connection.Query<TicketListingRecord>(sql, values).Select(record => record.ToListing());
}
