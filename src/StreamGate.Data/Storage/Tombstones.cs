using System.Data.Common;
using System.Text.Json;
using Dapper;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Schema;

namespace StreamGate.Data.Storage;

/// <summary>What stays of deleted events for a while, so that edges which ask later learn what to stop serving.</summary>
internal static class Tombstones
{
    /// <summary>An edge that has not asked for longer than this asks anew for everything.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Codes that one tombstone keeps at the most; edges know the event by its id as well.</summary>
    public const int CodeLimit = 10_000;

    private const string InsertSql = """
        INSERT INTO deleted_events (id, deleted_at, access_ends_at, token_codes)
        SELECT id, @DeletedAt, ends_at + access_window_hours * 3600000, @TokenCodes FROM events WHERE id = @Id
        ON CONFLICT (id) DO UPDATE SET deleted_at = excluded.deleted_at, access_ends_at = excluded.access_ends_at, token_codes = excluded.token_codes
        """;

    private const string CodesSql =
        "SELECT code FROM access_tokens WHERE event_id = @id AND redeemed_at IS NOT NULL ORDER BY redeemed_at, id LIMIT @limit";

    /// <summary>Remembers the event; false when there is no such event.</summary>
    public static bool Raise(DbConnection connection, DbTransaction transaction, EventId id, DateTimeOffset now)
    {
        var codes = RedeemedCodes(connection, id.ToString(), CodeLimit, transaction);
        var tombstone = new DeletedEventRecord
        {
            Id = id.ToString(),
            DeletedAt = now.ToColumn(),
            TokenCodes = codes.Count == 0 ? null : JsonSerializer.Serialize(codes),
        };
        return connection.Execute(InsertSql, tombstone, transaction) > 0;
    }

    public static void Prune(DbConnection connection, DbTransaction transaction, DateTimeOffset now) =>
        connection.Execute("DELETE FROM deleted_events WHERE deleted_at < @before", new { before = (now - KeptFor).ToColumn() }, transaction);

    /// <summary>The codes of an event's tickets that were redeemed at least once, oldest redemption first: no other ticket can have a token.</summary>
    public static IReadOnlyList<string> RedeemedCodes(DbConnection connection, string id, int limit, DbTransaction? transaction = null) =>
        [.. connection.Query<string>(CodesSql, new { id, limit }, transaction)];
}
