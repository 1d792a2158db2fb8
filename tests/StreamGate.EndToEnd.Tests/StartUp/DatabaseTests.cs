using Microsoft.Data.Sqlite;

namespace StreamGate.EndToEnd.Tests.StartUp;

/// <summary>A gate over a database that it must not touch.</summary>
[Collection(nameof(StoppedGate))]
public sealed class DatabaseTests(StoppedGate stopped) : IDisposable
{
    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, 100)]
    [InlineData(20_480, 4_096)]
    public async Task A_damaged_database(int from, int length)
    {
        _folder.CopyFrom(stopped.Data);
        var bytes = File.ReadAllBytes(_folder.Database);
        bytes.AsSpan(from, length).Fill(0xEE);
        File.WriteAllBytes(_folder.Database, bytes);
        await Refusal.OfAsync(_folder, [], _folder.Database, "is damaged", "Restore it from a backup");
    }

    [Fact]
    public async Task A_truncated_database()
    {
        _folder.CopyFrom(stopped.Data);
        File.WriteAllBytes(_folder.Database, File.ReadAllBytes(_folder.Database)[..20_000]);
        await Refusal.OfAsync(_folder, [], _folder.Database, "is damaged", "Restore it from a backup");
    }

    [Fact]
    public async Task A_database_of_a_newer_program()
    {
        _folder.CopyFrom(stopped.Data);
        Change("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Tomorrow', '99.0.0')""");
        await Refusal.OfAsync(_folder, [], _folder.Database, "newer version", "29990101000000_Tomorrow", "Run that version or a later one");
    }

    [Fact]
    public async Task A_database_of_something_else()
    {
        Directory.CreateDirectory(_folder.Data);
        Change("CREATE TABLE recipes (id INTEGER PRIMARY KEY)");
        await Refusal.OfAsync(_folder, [], _folder.Database, "is not a StreamGate catalogue", "Move it away");
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
