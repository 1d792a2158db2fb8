using System.Data.Common;
using Dapper;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Schema;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Audit;

/// <summary>Adds rows to <c>audit_log</c>; nothing in the program changes or deletes one.</summary>
internal static class AuditTable
{
    private const string InsertSql = """
        INSERT INTO audit_log (at, caller, ip, action, outcome, event_id, ticket_id, ticket_hash, session_id, detail)
        VALUES (@At, @Caller, @Ip, @Action, @Outcome, @EventId, @TicketId, @TicketHash, @SessionId, @Detail)
        """;

    public static void Insert(DbConnection connection, DbTransaction transaction, params IReadOnlyList<AuditRecord> records) =>
        connection.Execute(InsertSql, records, transaction);

    public static AuditRecord ToRecord(AuditEntry entry) => new()
    {
        At = entry.At.ToColumn(),
        Caller = NameOf(entry.Caller.Kind),
        Ip = entry.Caller.Ip,
        Action = entry.Action,
        Outcome = entry.Outcome,
        EventId = entry.Event?.ToString(),
        TicketId = entry.TicketId?.ToString(),
        TicketHash = entry.Ticket?.Short,
        SessionId = entry.Session?.ToString(),
        Detail = entry.Detail,
    };

    public static string NameOf(CallerKind kind) => kind switch
    {
        CallerKind.Viewer => "viewer",
        CallerKind.Admin => "admin",
        _ => "system",
    };

    public static CallerKind KindOf(string name) => name switch
    {
        "viewer" => CallerKind.Viewer,
        "admin" => CallerKind.Admin,
        _ => CallerKind.System,
    };
}
