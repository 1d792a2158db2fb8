using System.Runtime.Versioning;
using Microsoft.EntityFrameworkCore;
using StreamGate.Data.Schema;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Tests.StartUp;

public sealed class PreparationTests : IDisposable
{
    private readonly string _folder = TestCatalogue.NewFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Database => Path.Combine(_folder, "streamgate.db");

    [Fact]
    public async Task The_migrations_make_the_schema_that_the_model_describes()
    {
        await using var catalogue = await TestCatalogue.OpenAsync(_folder);
        using var context = CatalogueContextFactory.ForSqlite($"Data Source={Database};Pooling=False");

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await context.Set<TicketRecord>().CountAsync());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task A_first_start_makes_the_folder_and_files_that_only_the_owner_reads()
    {
        var folder = Path.Combine(_folder, "not", "there");
        await using var catalogue = await TestCatalogue.OpenAsync(folder);
        await catalogue.AddEventAsync();

        foreach (var file in Directory.EnumerateFiles(folder, "streamgate.db*"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.True(File.Exists(Path.Combine(folder, "streamgate.db-wal")));
    }

    [Fact]
    public async Task A_later_start_keeps_everything()
    {
        Rows.Seeded seeded;
        await using (var first = await TestCatalogue.OpenAsync(_folder))
        {
            seeded = await Rows.Seeded.InAsync(first);
        }

        await using var second = await TestCatalogue.OpenAsync(_folder);
        await second.PrepareAsync();
        Assert.Equal(seeded.Ticket, (await second.ReadTicketAsync(seeded.Ticket.Code)).State with { Leases = seeded.Ticket.Leases, Version = 0 });
    }

    [Fact]
    public async Task A_migration_lock_that_a_killed_process_left_behind_stops_nobody()
    {
        await using (var catalogue = TestCatalogue.Unprepared(_folder))
        {
            catalogue.Tamper("""
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """);
        }

        await using var started = await TestCatalogue.OpenAsync(_folder);
        await started.AddEventAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var bytes = new byte[10_000];
        Array.Fill(bytes, (byte)'x');
        await File.WriteAllBytesAsync(Database, bytes);

        var message = await RefusalAsync();
        Assert.Contains("is damaged", message, StringComparison.Ordinal);
        Assert.Contains("Restore it from a backup", message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Theory]
    [InlineData(4096)]
    [InlineData(30_000)]
    public async Task A_damaged_page_is_refused_and_left_as_it_is(int position)
    {
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Database);
        Array.Fill(bytes, (byte)0xEE, position / 4096 * 4096, 4096);
        await File.WriteAllBytesAsync(Database, bytes);

        Assert.Contains("is damaged", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_truncated_database_is_refused_and_left_as_it_is()
    {
        await MakeAsync();
        var bytes = (await File.ReadAllBytesAsync(Database))[..20_000];
        await File.WriteAllBytesAsync(Database, bytes);

        Assert.Contains("is damaged", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_as_it_is()
    {
        await MakeAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Tomorrow', '99.0.0')""");
        var bytes = await File.ReadAllBytesAsync(Database);

        var message = await RefusalAsync();
        Assert.Contains("newer version", message, StringComparison.Ordinal);
        Assert.Contains("29990101000000_Tomorrow", message, StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_left_as_it_is()
    {
        await using (var other = TestCatalogue.Unprepared(_folder))
        {
            other.Tamper("CREATE TABLE recipes (id INTEGER PRIMARY KEY)");
        }

        var bytes = await File.ReadAllBytesAsync(Database);
        Assert.Contains("is not a StreamGate catalogue", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Database));
    }

    [Fact]
    public async Task A_log_whose_database_is_missing_is_not_written_over()
    {
        var log = Database + "-wal";
        await File.WriteAllTextAsync(log, "acknowledged writes");

        Assert.Contains("is missing", await RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal("acknowledged writes", await File.ReadAllTextAsync(log));
        Assert.False(File.Exists(Database));
    }

    [Theory]
    [InlineData("/sys/kernel")]
    [InlineData("/sys/kernel/streamgate")]
    public async Task A_folder_that_cannot_be_written_is_refused_with_what_to_do(string folder)
    {
        await using var catalogue = TestCatalogue.Unprepared(folder);
        var error = await Assert.ThrowsAsync<CatalogueUnusableException>(catalogue.PrepareAsync);

        Assert.Contains($"The data folder {folder} cannot be used", error.Message, StringComparison.Ordinal);
        Assert.Contains("STREAMGATE_DATA", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_where_the_folder_should_be_is_refused()
    {
        var path = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(path, "mine");
        await using var catalogue = TestCatalogue.Unprepared(path);

        await Assert.ThrowsAsync<CatalogueUnusableException>(catalogue.PrepareAsync);
        Assert.Equal("mine", await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_folder_belongs_to_the_process_that_opened_it_until_that_is_over()
    {
        await using (await TestCatalogue.OpenAsync(_folder))
        {
            Assert.Contains("Another process uses", await RefusalAsync(), StringComparison.Ordinal);
        }

        await using var next = await TestCatalogue.OpenAsync(_folder);
        await next.AddEventAsync();
    }

    private async Task MakeAsync(string change = "SELECT 1")
    {
        await using (var catalogue = await TestCatalogue.OpenAsync(_folder))
        {
            await Rows.Seeded.InAsync(catalogue);
            catalogue.Tamper(change);
        }

        Assert.False(File.Exists(Database + "-wal"));
    }

    private async Task<string> RefusalAsync()
    {
        await using var catalogue = TestCatalogue.Unprepared(_folder);
        return (await Assert.ThrowsAsync<CatalogueUnusableException>(catalogue.PrepareAsync)).Message;
    }
}
