using System.Data.Common;
using Dapper;
using StreamGate.Contracts.Revocation;

namespace StreamGate.Data.Storage;

/// <summary>Reads what a silo's revocation board starts with.</summary>
internal static class BoardSql
{
    /// <summary>For how long after the end of access a session could still ask: the grace of a minute, and another for clocks.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>The longest access window: an event whose schedule was changed may have had its end of access that much later before.</summary>
    private static readonly TimeSpan LongestWindow = TimeSpan.FromHours(168);

    private const string TicketsSql = """
        SELECT t.code_hash AS CodeHash, t.version AS Version, e.ends_at + e.access_window_hours * 3600000 AS AccessEndsAt
        FROM access_tokens t JOIN events e ON e.id = t.event_id
        WHERE t.revoked_at IS NOT NULL AND e.ends_at + e.access_window_hours * 3600000 > @over
        """;

    // Beyond its first version an event may have been rescheduled.
    private const string EventsSql = """
        SELECT id AS Id, version AS Version, CASE WHEN deactivated_at IS NULL AND archived_at IS NULL THEN 1 ELSE 0 END AS Available,
            ends_at + access_window_hours * 3600000 AS AccessEndsAt
        FROM events
        WHERE deactivated_at IS NOT NULL OR archived_at IS NOT NULL
            OR (version > 1 AND (ends_at + access_window_hours * 3600000 > @over OR updated_at > @recent))
        """;

    private const string DeletedSql = "SELECT id AS Id, access_ends_at AS AccessEndsAt FROM deleted_events";

    public static BoardNotices Read(DbConnection connection, DateTimeOffset now)
    {
        var bounds = new { over = (now - Margin).ToColumn(), recent = (now - LongestWindow - Margin).ToColumn() };
        var tickets = connection.Query<(string CodeHash, long Version, long AccessEndsAt)>(TicketsSql, bounds)
            .Select(row => new TicketNotice(Stored.Key(row.CodeHash), row.Version, Revoked: true, row.AccessEndsAt.ToInstant() + Margin));
        var events = connection.Query<(string Id, long Version, long Available, long AccessEndsAt)>(EventsSql, bounds)
            .Select(row => new EventNotice(Stored.EventId(row.Id), row.Version, row.Available == 1, row.AccessEndsAt.ToInstant()));
        var deleted = connection.Query<(string Id, long AccessEndsAt)>(DeletedSql)
            .Select(row => new EventNotice(Stored.EventId(row.Id), long.MaxValue, IsAvailable: false, row.AccessEndsAt.ToInstant()));
        return new BoardNotices([.. tickets], [.. events, .. deleted]);
    }
}
