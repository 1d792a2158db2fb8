using System.Data.Common;
using System.Text.Json;
using Dapper;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Queries;

/// <inheritdoc cref="IRevocationQueries"/>
internal sealed class RevocationQueries(ICatalogueReader reader) : IRevocationQueries
{
    /// <summary>Revocations, and codes of deactivated events, in one answer. Revocations of the last millisecond are never cut apart.</summary>
    public const int Limit = 10_000;

    private const string LastSql = """
        SELECT revoked_at FROM access_tokens WHERE revoked_at IS NOT NULL AND revoked_at >= @since ORDER BY revoked_at LIMIT 1 OFFSET @before
        """;

    private const string RevocationsSql = """
        SELECT code AS Code, revoked_at AS RevokedAt FROM access_tokens
        WHERE revoked_at IS NOT NULL AND revoked_at >= @since AND revoked_at <= @until ORDER BY revoked_at, id
        """;

    // An event is off from the earlier of its two switches.
    private const string DeactivationsSql = """
        SELECT Id, At, TokenCodes, Deleted FROM (
            SELECT id AS Id, CASE WHEN archived_at IS NULL OR deactivated_at <= archived_at THEN deactivated_at ELSE archived_at END AS At,
                NULL AS TokenCodes, 0 AS Deleted
            FROM events WHERE deactivated_at IS NOT NULL OR archived_at IS NOT NULL
            UNION ALL SELECT id, deleted_at, token_codes, 1 FROM deleted_events) off
        WHERE At >= @since ORDER BY At, Id
        """;

    public Task<RevocationFeed> SinceAsync(DateTimeOffset since, CancellationToken cancel) =>
        reader.ReadAsync(connection => Read(connection, since.ToColumn()), cancel);

    private static RevocationFeed Read(DbConnection connection, long since)
    {
        var last = connection.ExecuteScalar<long?>(LastSql, new { since, before = Limit - 1 });
        var revocations = connection.Query<(string Code, long RevokedAt)>(RevocationsSql, new { since, until = last ?? long.MaxValue })
            .Select(row => new RevocationFeed.Revocation(Stored.Code(row.Code), row.RevokedAt.ToInstant()));
        return new RevocationFeed([.. revocations], [.. Deactivations(connection, since)])
        {
            CompleteUntil = last is { } at ? (at + 1).ToInstant() : null,
        };
    }

    private static IEnumerable<RevocationFeed.EventDeactivation> Deactivations(DbConnection connection, long since)
    {
        var left = Limit;
        foreach (var (id, at, kept, deleted) in connection.Query<(string, long, string?, long)>(DeactivationsSql, new { since }))
        {
            var codes = deleted == 1 ? ReadCodes(kept).Take(left) : Tombstones.RedeemedCodes(connection, id, left);
            var shown = codes.Select(Stored.Code).ToArray();
            left -= shown.Length;
            yield return new RevocationFeed.EventDeactivation(Stored.EventId(id), at.ToInstant(), [.. shown]);
        }
    }

    private static string[] ReadCodes(string? json) => json is null ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];
}
