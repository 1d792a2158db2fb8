using System.Collections.Immutable;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>The rows that a test gives, and the audit entries that it gets.</summary>
public sealed class FakeCatalogue : IEventQueries, ITicketQueries, IRevocationQueries, IAuditLog
{
    public List<EventListing> Events { get; } = [];

    public List<TicketListing> Tickets { get; } = [];

    public RevocationFeed Feed { get; set; } = new([], []);

    public List<AuditEntry> Audited { get; } = [];

    /// <summary>What writing to the audit trail ends in, when it is to fail.</summary>
    public Exception? AuditFails { get; set; }

    public (EventFilter Filter, int Page, int Limit)? AskedFor { get; private set; }

    public Task<PageOf<EventListing>> PageAsync(EventFilter filter, int page, int limit, CancellationToken cancel)
    {
        AskedFor = (filter, page, limit);
        return Task.FromResult(new PageOf<EventListing>([.. Events], page, limit, Events.Count));
    }

    public Task<bool> ExistsAsync(EventId id, CancellationToken cancel) => Task.FromResult(Events.Exists(listing => listing.Event.Id == id));

    public Task<EventListing?> FindAsync(EventId id, CancellationToken cancel) => Task.FromResult(Events.SingleOrDefault(listing => listing.Event.Id == id));

    public Task<DashboardFigures> DashboardAsync(CancellationToken cancel) => Task.FromResult(new DashboardFigures(1, new TicketCounts(1, 2, 3, 4), [Events[0].Event]));

    public Task<PageOf<TicketListing>> PageAsync(TicketFilter filter, int page, int limit, CancellationToken cancel) =>
        Task.FromResult(new PageOf<TicketListing>([.. Tickets], page, limit, Tickets.Count));

    public IAsyncEnumerable<TicketListing> ExportAsync(EventId id, CancellationToken cancel) => Tickets.ToAsyncEnumerable();

    public Task<TicketListing?> FindAsync(TicketId id, CancellationToken cancel) => Task.FromResult(Tickets.SingleOrDefault(ticket => ticket.Id == id));

    public Task<TicketListing?> FindByCodeAsync(TicketCode code, CancellationToken cancel) => Task.FromResult(Tickets.SingleOrDefault(ticket => ticket.Code == code));

    public Task<ImmutableArray<TicketListing>> FindManyAsync(ImmutableArray<TicketId> ids, CancellationToken cancel) =>
        Task.FromResult(Tickets.Where(ticket => ids.Contains(ticket.Id)).ToImmutableArray());

    public Task<RevocationFeed> SinceAsync(DateTimeOffset since, CancellationToken cancel) => Task.FromResult(Feed);

    public Task AppendAsync(params ReadOnlySpan<AuditEntry> entries)
    {
        Audited.AddRange(entries);
        return AuditFails is null ? Task.CompletedTask : Task.FromException(AuditFails);
    }
}
