using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;
using StreamGate.Data.Schema;

namespace StreamGate.Data.Storage;

/// <summary>Single tickets by the hash of their code. The code, the id and the event of a ticket never change.</summary>
internal sealed class TicketTable : IRowTable<TicketRow>
{
    private const string InsertSql = """
        INSERT INTO access_tokens (id, code, code_hash, event_id, label, created_at, redeemed_at, redeemed_ip, revoked_at, epoch, leases, version)
        VALUES (@Id, @Code, @CodeHash, @EventId, @Label, @CreatedAt, @RedeemedAt, @RedeemedIp, @RevokedAt, @Epoch, @Leases, @Version)
        ON CONFLICT DO NOTHING
        """;

    private const string FindSql = """
        SELECT id AS Id, code AS Code, code_hash AS CodeHash, event_id AS EventId, label AS Label, created_at AS CreatedAt, redeemed_at AS RedeemedAt,
            redeemed_ip AS RedeemedIp, revoked_at AS RevokedAt, epoch AS Epoch, leases AS Leases, version AS Version
        FROM access_tokens WHERE code_hash = @key
        """;

    private const string UpdateSql = """
        UPDATE access_tokens SET redeemed_at = @RedeemedAt, redeemed_ip = @RedeemedIp, revoked_at = @RevokedAt, label = @Label, epoch = @Epoch,
            leases = @Leases, version = version + 1
        WHERE code_hash = @key AND version = @version
        """;

    public string Name => "access_tokens";

    public string KeyOf(string grainKey) => TicketKey.FromGrainKey(grainKey).Value;

    public bool Has(TicketRow row, string key) => row.Code.Key.Value == key;

    public long VersionOf(TicketRow row) => row.Version;

    public TicketRow Written(TicketRow row, long version) => row with { Version = version, Trail = [] };

    public ImmutableArray<AuditEntry> TrailOf(TicketRow row) => row.Trail;

    public TicketRow? Find(DbConnection connection, string key)
    {
        try
        {
            var record = connection.QuerySingleOrDefault<TicketRecord>(FindSql, new { key });
            return record is null ? null : FromRecord(record);
        }
        catch (Exception error) when (error is DataException or JsonException or ArgumentOutOfRangeException)
        {
            throw new UnreadableRowException(Name, key[..12]);
        }
    }

    public int Insert(DbConnection connection, DbTransaction transaction, TicketRow row) =>
        connection.Execute(InsertSql, ToRecord(row), transaction);

    /// <summary>Adds the rows with one prepared statement; how many had no value that was taken.</summary>
    public static int InsertAll(DbConnection connection, DbTransaction transaction, IEnumerable<TicketRow> rows) =>
        connection.Execute(InsertSql, rows.Select(ToRecord), transaction);

    public int Update(DbConnection connection, DbTransaction transaction, string key, TicketRow row, long version) => connection.Execute(
        UpdateSql,
        new
        {
            key,
            version,
            RedeemedAt = row.RedeemedAt.ToColumn(),
            row.RedeemedIp,
            RevokedAt = row.RevokedAt.ToColumn(),
            row.Label,
            row.Epoch,
            Leases = LeaseJson.Write(row.Leases),
        },
        transaction);

    public int Delete(DbConnection connection, DbTransaction transaction, string key, long version) =>
        connection.Execute("DELETE FROM access_tokens WHERE code_hash = @key AND version = @version", new { key, version }, transaction);

    private static TicketRecord ToRecord(TicketRow row) => new()
    {
        Id = row.Id.ToString(),
        Code = row.Code.Reveal(),
        CodeHash = row.Code.Key.Value,
        EventId = row.Event.ToString(),
        Label = row.Label,
        CreatedAt = row.CreatedAt.ToColumn(),
        RedeemedAt = row.RedeemedAt.ToColumn(),
        RedeemedIp = row.RedeemedIp,
        RevokedAt = row.RevokedAt.ToColumn(),
        Epoch = row.Epoch,
        Leases = LeaseJson.Write(row.Leases),
        Version = row.Version,
    };

    private static TicketRow FromRecord(TicketRecord record) => new()
    {
        Id = Stored.TicketId(record.Id),
        Code = Stored.Code(record.Code),
        Event = Stored.EventId(record.EventId),
        Label = record.Label,
        CreatedAt = record.CreatedAt.ToInstant(),
        RedeemedAt = record.RedeemedAt.ToInstant(),
        RedeemedIp = record.RedeemedIp,
        RevokedAt = record.RevokedAt.ToInstant(),
        Epoch = record.Epoch,
        Leases = LeaseJson.Read(record.Leases),
        Version = record.Version,
    };
}
