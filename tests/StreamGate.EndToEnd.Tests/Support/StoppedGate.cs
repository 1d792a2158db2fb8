namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>The data folder of a gate that had its first run and was stopped.</summary>
public sealed class StoppedGate : IAsyncLifetime
{
    private readonly GateFolder _folder = new();

    internal string Data => _folder.Data;

    public async Task InitializeAsync()
    {
        await using (var gate = await Gate.OpenAsync(_folder))
        {
            Assert.Equal(0, await gate.StopAsync());
        }

        // Every page in the file itself, so that a test can damage it.
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        command.ExecuteNonQuery();
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }
}
