using System.Collections.Immutable;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Storage;

/// <summary>
/// The rows of events and tickets, as the grains that own them read and write them. Every write is durable when its task ends.
/// Single rows of grains go through Orleans' own storage interface (<c>CatalogueGrainStorage</c>); here is what spans rows.
/// </summary>
public interface ICatalogue
{
    /// <summary>Adds the tickets and the audit entry in one transaction. False when a code was already taken: then nothing was written.</summary>
    Task<bool> AddTicketsAsync(ImmutableArray<TicketRow> tickets, AuditEntry audit);

    /// <summary>Deletes the event, its tickets and nothing of its audit trail in one transaction; the number of tickets that went.</summary>
    Task<int> DeleteEventAsync(EventId id, AuditEntry audit);

    /// <summary>Whether there was such an event and it was deleted, as far back as that is remembered.</summary>
    Task<bool> WasDeletedAsync(EventId id);

    /// <summary>What a silo's board must know when it joins: revoked tickets whose access is not over, and every event that is off or was rescheduled.</summary>
    Task<BoardNotices> ReadBoardAsync(DateTimeOffset now);
}
