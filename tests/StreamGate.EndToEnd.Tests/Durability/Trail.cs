using Microsoft.Data.Sqlite;

namespace StreamGate.EndToEnd.Tests.Durability;

/// <summary>The audit trail, read from the database's file by somebody who can only read.</summary>
internal sealed class Trail : IDisposable
{
    private readonly SqliteConnection _connection;

    public Trail(GateFolder folder)
    {
        _connection = new SqliteConnection($"Data Source={folder.Database};Mode=ReadOnly;Pooling=False");
        _connection.Open();
    }

    public long CountOfTicket(string action, string id) => Count("ticket_id", action, id);

    public long CountOfEvent(string action, string id) => Count("event_id", action, id);

    public long CountOfSession(string action, string id) => Count("session_id", action, id);

    public void Dispose() => _connection.Dispose();

    /// <summary>How many successes of an action there are about something.</summary>
    private long Count(string column, string action, string id)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM audit_log WHERE action = $action AND outcome = 'ok' AND {column} = $id";
        command.Parameters.AddWithValue("$action", action);
        command.Parameters.AddWithValue("$id", id);
        return (long)command.ExecuteScalar()!;
    }
}
