using System.Collections.Immutable;
using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Queries;

/// <summary>Reads tickets for people: lists, exports, look-ups by id. Never decides anything.</summary>
public interface ITicketQueries
{
    /// <summary>A page, newest ticket first.</summary>
    Task<PageOf<TicketListing>> PageAsync(TicketFilter filter, int page, int limit, CancellationToken cancel);

    /// <summary>All tickets of an event in the order of their making, streamed.</summary>
    IAsyncEnumerable<TicketListing> ExportAsync(EventId id, CancellationToken cancel);

    Task<TicketListing?> FindAsync(TicketId id, CancellationToken cancel);

    /// <summary>The ticket that has this code.</summary>
    Task<TicketListing?> FindByCodeAsync(TicketCode code, CancellationToken cancel);

    /// <summary>The tickets of <paramref name="ids"/> that exist (at most 1,000 asked for at once).</summary>
    Task<ImmutableArray<TicketListing>> FindManyAsync(ImmutableArray<TicketId> ids, CancellationToken cancel);
}
