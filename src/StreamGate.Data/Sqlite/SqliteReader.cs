using System.Data.Common;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Sqlite;

/// <summary>Reads beside the writer: in WAL mode neither waits for the other.</summary>
internal sealed class SqliteReader(SqliteFile file) : ICatalogueReader, IDisposable
{
    private readonly SemaphoreSlim _lists = new(Math.Max(4, Environment.ProcessorCount * 2));

    /// <summary>SQLite's LIKE ignores the case of ASCII letters.</summary>
    public string Matches(string column) => $"{column} LIKE @search ESCAPE '\\'";

    public T Read<T>(Func<DbConnection, T> query)
    {
        using var connection = file.OpenReader();
        return query(connection);
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, T> query, CancellationToken cancel)
    {
        await _lists.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Read(query), cancel);
        }
        finally
        {
            _lists.Release();
        }
    }

    public void Dispose()
    {
        file.CloseReaders();
        _lists.Dispose();
    }
}
