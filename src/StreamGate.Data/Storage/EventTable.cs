using System.Collections.Immutable;
using System.Data;
using System.Data.Common;
using Dapper;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;
using StreamGate.Data.Schema;

namespace StreamGate.Data.Storage;

/// <summary>Single events by id.</summary>
internal sealed class EventTable : IRowTable<EventRow>
{
    /// <summary>The columns of an <see cref="EventRecord"/>, of the table that the statement calls <c>e</c>.</summary>
    public const string Columns = """
        e.id AS Id, e.title AS Title, e.description AS Description, e.starts_at AS StartsAt, e.ends_at AS EndsAt, e.access_window_hours AS AccessWindowHours,
        e.poster_url AS PosterUrl, e.devices_per_ticket AS DevicesPerTicket, e.on_extra_device AS OnExtraDevice, e.deactivated_at AS DeactivatedAt,
        e.archived_at AS ArchivedAt, e.created_at AS CreatedAt, e.updated_at AS UpdatedAt, e.version AS Version
        """;

    private const string InsertSql = """
        INSERT INTO events (id, title, description, starts_at, ends_at, access_window_hours, poster_url, devices_per_ticket, on_extra_device,
            deactivated_at, archived_at, created_at, updated_at, version)
        VALUES (@Id, @Title, @Description, @StartsAt, @EndsAt, @AccessWindowHours, @PosterUrl, @DevicesPerTicket, @OnExtraDevice,
            @DeactivatedAt, @ArchivedAt, @CreatedAt, @UpdatedAt, @Version)
        ON CONFLICT DO NOTHING
        """;

    private const string UpdateSql = """
        UPDATE events SET title = @Title, description = @Description, starts_at = @StartsAt, ends_at = @EndsAt, access_window_hours = @AccessWindowHours,
            poster_url = @PosterUrl, devices_per_ticket = @DevicesPerTicket, on_extra_device = @OnExtraDevice, deactivated_at = @DeactivatedAt,
            archived_at = @ArchivedAt, updated_at = @UpdatedAt, version = version + 1
        WHERE id = @Id AND version = @Version
        """;

    public string Name => "events";

    public string KeyOf(string grainKey) => EventId.FromGrainKey(grainKey).ToString();

    public bool Has(EventRow row, string key) => row.Id.ToString() == key;

    public long VersionOf(EventRow row) => row.Version;

    public EventRow Written(EventRow row, long version) => row with { Version = version, Trail = [] };

    public ImmutableArray<AuditEntry> TrailOf(EventRow row) => row.Trail;

    public EventRow? Find(DbConnection connection, string key)
    {
        try
        {
            var record = connection.QuerySingleOrDefault<EventRecord>($"SELECT {Columns} FROM events e WHERE e.id = @key", new { key });
            return record is null ? null : FromRecord(record);
        }
        catch (Exception error) when (error is DataException or ArgumentOutOfRangeException)
        {
            throw new UnreadableRowException(Name, key);
        }
    }

    public int Insert(DbConnection connection, DbTransaction transaction, EventRow row) =>
        connection.Execute(InsertSql, ToRecord(row), transaction);

    public int Update(DbConnection connection, DbTransaction transaction, string key, EventRow row, long version) =>
        connection.Execute(UpdateSql, ToRecord(row with { Version = version }), transaction);

    public int Delete(DbConnection connection, DbTransaction transaction, string key, long version) =>
        connection.Execute("DELETE FROM events WHERE id = @key AND version = @version", new { key, version }, transaction);

    /// <summary>Throws <see cref="DataException"/> or <see cref="ArgumentOutOfRangeException"/> on values that the program never writes.</summary>
    public static EventRow FromRecord(EventRecord record) => new()
    {
        Id = Stored.EventId(record.Id),
        Details = new EventDetails(
            record.Title,
            record.Description,
            record.StartsAt.ToInstant(),
            record.EndsAt.ToInstant(),
            record.AccessWindowHours,
            record.PosterUrl,
            record.DevicesPerTicket,
            Enum.IsDefined((ExtraDevicePolicy)record.OnExtraDevice)
                ? (ExtraDevicePolicy)record.OnExtraDevice
                : throw new DataException("A column holds no device policy.")),
        DeactivatedAt = record.DeactivatedAt.ToInstant(),
        ArchivedAt = record.ArchivedAt.ToInstant(),
        CreatedAt = record.CreatedAt.ToInstant(),
        UpdatedAt = record.UpdatedAt.ToInstant(),
        Version = record.Version,
    };

    private static EventRecord ToRecord(EventRow row) => new()
    {
        Id = row.Id.ToString(),
        Title = row.Details.Title,
        Description = row.Details.Description,
        StartsAt = row.Details.StartsAt.ToColumn(),
        EndsAt = row.Details.EndsAt.ToColumn(),
        AccessWindowHours = row.Details.AccessWindowHours,
        PosterUrl = row.Details.PosterUrl,
        DevicesPerTicket = row.Details.DevicesPerTicket,
        OnExtraDevice = (int)row.Details.OnExtraDevice,
        DeactivatedAt = row.DeactivatedAt.ToColumn(),
        ArchivedAt = row.ArchivedAt.ToColumn(),
        CreatedAt = row.CreatedAt.ToColumn(),
        UpdatedAt = row.UpdatedAt.ToColumn(),
        Version = row.Version,
    };
}
