using Microsoft.Data.Sqlite;

namespace StreamGate.Data.Sqlite;

/// <summary>Where the embedded catalogue lives, and how connections to it are opened.</summary>
internal sealed class SqliteFile(string folder)
{
    /// <summary>How long a connection waits for another process' write.</summary>
    private const int BusyTimeoutMilliseconds = 10_000;

    public string Folder { get; } = System.IO.Path.GetFullPath(folder);

    public string Path => System.IO.Path.Combine(Folder, "streamgate.db");

    /// <summary>Held by the one process that has the database.</summary>
    public string LockPath => System.IO.Path.Combine(Folder, "streamgate.db.lock");

    /// <summary>One connection for writes; the file must exist. WAL is a property of the file, set in preparation.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWrite, pooling: false, $"""
        PRAGMA busy_timeout = {BusyTimeoutMilliseconds};
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_size_limit = 67108864;
        """);

    /// <summary>A pooled connection that can only read.</summary>
    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly, pooling: true, $"""
        PRAGMA busy_timeout = {BusyTimeoutMilliseconds};
        PRAGMA temp_store = MEMORY;
        """);

    /// <summary>A connection of its own that can only read, for looking at a file that may be anything.</summary>
    public SqliteConnection OpenInspection() =>
        Open(SqliteOpenMode.ReadOnly, pooling: false, $"PRAGMA busy_timeout = {BusyTimeoutMilliseconds}");

    /// <summary>What EF opens to migrate the schema.</summary>
    public string MigrationConnectionString => ConnectionString(SqliteOpenMode.ReadWrite, pooling: false);

    /// <summary>Closes the idle readers of this file.</summary>
    public void CloseReaders()
    {
        using var connection = new SqliteConnection(ConnectionString(SqliteOpenMode.ReadOnly, pooling: true));
        SqliteConnection.ClearPool(connection);
    }

    private SqliteConnection Open(SqliteOpenMode mode, bool pooling, string pragmas)
    {
        var connection = new SqliteConnection(ConnectionString(mode, pooling));
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the constants above.
            command.CommandText = pragmas;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string ConnectionString(SqliteOpenMode mode, bool pooling) =>
        new SqliteConnectionStringBuilder { DataSource = Path, Mode = mode, Pooling = pooling, DefaultTimeout = 30 }.ToString();
}
