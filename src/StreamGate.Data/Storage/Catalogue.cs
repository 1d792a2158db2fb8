using System.Collections.Immutable;
using Dapper;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Storage;

/// <inheritdoc cref="ICatalogue"/>
internal sealed class Catalogue(ICatalogueReader reader, ICatalogueWriter writer) : ICatalogue
{
    public async Task<bool> AddTicketsAsync(ImmutableArray<TicketRow> tickets, AuditEntry audit)
    {
        var record = AuditTable.ToRecord(audit);
        try
        {
            return await writer.CommitAsync((connection, transaction) =>
            {
                var added = TicketTable.InsertAll(connection, transaction, tickets.Select(ticket => ticket with { Version = 1 }));
                if (added < tickets.Length)
                {
                    throw new CodeTakenException();
                }

                AuditTable.Insert(connection, transaction, record);
                return true;
            });
        }
        catch (CodeTakenException)
        {
            return false;
        }
    }

    public Task<int> DeleteEventAsync(EventId id, AuditEntry audit)
    {
        var record = AuditTable.ToRecord(audit);
        return writer.CommitAsync((connection, transaction) =>
        {
            if (!Tombstones.Raise(connection, transaction, id, audit.At))
            {
                return 0;
            }

            Tombstones.Prune(connection, transaction, audit.At);
            var tickets = connection.Execute("DELETE FROM access_tokens WHERE event_id = @id", new { id = id.ToString() }, transaction);
            connection.Execute("DELETE FROM events WHERE id = @id", new { id = id.ToString() }, transaction);
            AuditTable.Insert(connection, transaction, record);
            return tickets;
        });
    }

    public Task<bool> WasDeletedAsync(EventId id) => reader.ReadAsync(
        connection => connection.ExecuteScalar<long>("SELECT COUNT(*) FROM deleted_events WHERE id = @id", new { id = id.ToString() }) > 0,
        CancellationToken.None);

    public Task<BoardNotices> ReadBoardAsync(DateTimeOffset now) =>
        reader.ReadAsync(connection => BoardSql.Read(connection, now), CancellationToken.None);

    /// <summary>Undoes a work in which a ticket met a code that was taken.</summary>
    private sealed class CodeTakenException : Exception;
}
