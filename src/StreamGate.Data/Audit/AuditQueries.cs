using System.Data.Common;
using Dapper;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Queries;
using StreamGate.Data.Schema;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Audit;

/// <summary>Reads <c>audit_log</c> by its indexes.</summary>
internal sealed class AuditQueries(ICatalogueReader reader) : IAuditQueries
{
    private const string Columns = """
        a.id AS Id, a.at AS At, a.caller AS Caller, a.ip AS Ip, a.action AS Action, a.outcome AS Outcome, a.event_id AS EventId,
        a.ticket_id AS TicketId, a.ticket_hash AS TicketHash, a.session_id AS SessionId, a.detail AS Detail
        """;

    // A failed validation knows a ticket by its hash only.
    private const string OfTicket = """
        a.id IN (SELECT id FROM audit_log WHERE ticket_id = @ticket
            UNION SELECT id FROM audit_log WHERE ticket_hash = (SELECT substr(code_hash, 1, 12) FROM access_tokens WHERE id = @ticket))
        """;

    public Task<PageOf<AuditLine>> PageAsync(AuditFilter filter, int page, int limit, CancellationToken cancel) =>
        reader.ReadAsync(connection => Page(connection, filter, Paging.Of(page, limit)), cancel);

    private static PageOf<AuditLine> Page(DbConnection connection, AuditFilter filter, Paging paging)
    {
        List<string> conditions = [];
        if (filter.Ticket is not null)
        {
            conditions.Add(OfTicket);
        }

        if (filter.Event is not null)
        {
            conditions.Add("a.event_id = @id");
        }

        var where = conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
        var values = new { ticket = filter.Ticket?.ToString(), id = filter.Event?.ToString(), paging.Limit, paging.Offset };
        var total = connection.ExecuteScalar<int>($"SELECT COUNT(*) FROM audit_log a {where}", values);
        var lines = connection.Query<AuditRecord>(
            $"SELECT {Columns} FROM audit_log a {where} ORDER BY a.id DESC LIMIT @Limit OFFSET @Offset", values);
        return new PageOf<AuditLine>([.. lines.Select(ToLine)], paging.Page, paging.Limit, total);
    }

    private static AuditLine ToLine(AuditRecord record) => new(
        record.Id,
        record.At.ToInstant(),
        new Caller(AuditTable.KindOf(record.Caller), record.Ip),
        record.Action,
        record.Outcome,
        record.EventId is { } id ? Stored.EventId(id) : null,
        record.TicketId is { } ticket ? Stored.TicketId(ticket) : null,
        record.TicketHash,
        record.SessionId is { } session ? Stored.SessionId(session) : null,
        record.Detail);
}
