using System.Diagnostics.Metrics;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using StreamGate.Data.Sqlite;

namespace StreamGate.Data.Tests.Writing;

public sealed class GroupCommitTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync()
    {
        _catalogue = await TestCatalogue.OpenAsync();
        _catalogue.Tamper("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)");
    }

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task Works_that_wait_together_share_one_commit()
    {
        using var writes = Collect(CatalogueMeter.Writes);
        using var commits = Collect(CatalogueMeter.Commits);
        await BehindABusyWriterAsync(() => [.. Enumerable.Range(0, 200).Select(i => WriteAsync($"note {i}"))]);

        Assert.Equal(201, Sum(writes));
        Assert.Equal(2, Sum(commits));
        Assert.Equal(200, Notes());
    }

    [Fact]
    public async Task A_work_that_fails_hurts_no_work_beside_it()
    {
        Task<int>[] tasks = [];
        await Assert.ThrowsAsync<SqliteException>(() => BehindABusyWriterAsync(() => tasks =
        [
            WriteAsync("before"),
            WriteAsync("before"),
            _catalogue.Writer.CommitAsync<int>((connection, transaction) =>
            {
                connection.Execute("INSERT INTO notes (text) VALUES ('half')", transaction: transaction);
                throw new InvalidOperationException("The work changed its mind.");
            }),
            WriteAsync("after"),
        ]));

        Assert.True(tasks[0].IsCompletedSuccessfully);
        Assert.IsType<SqliteException>(tasks[1].Exception!.InnerException);
        Assert.IsType<InvalidOperationException>(tasks[2].Exception!.InnerException);
        Assert.True(tasks[3].IsCompletedSuccessfully);
        Assert.Equal(2, Notes());
        Assert.Equal(0, _catalogue.Tamper("SELECT COUNT(*) FROM notes WHERE text = 'half'"));
    }

    [Fact]
    public async Task A_commit_that_fails_fails_all_its_works_and_the_writer_lives_on()
    {
        _catalogue.Tamper("CREATE TABLE strict_notes (note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED)");
        var works = Array.Empty<Task<int>>();
        await Assert.ThrowsAsync<SqliteException>(() => BehindABusyWriterAsync(() => works =
        [
            WriteAsync("innocent"),
            _catalogue.Writer.CommitAsync((connection, transaction) =>
                connection.Execute("INSERT INTO strict_notes (note) VALUES (999)", transaction: transaction)),
        ]));

        Assert.All(works, work => Assert.IsType<SqliteException>(work.Exception!.InnerException));
        Assert.Equal(0, Notes());
        await WriteAsync("later");
        Assert.Equal(1, Notes());
    }

    [Fact]
    public async Task A_full_disk_in_the_middle_of_a_batch_keeps_nothing_of_it()
    {
        var works = Array.Empty<Task<int>>();
        await Assert.ThrowsAsync<SqliteException>(() => BehindABusyWriterAsync(() => works =
        [
            WriteAsync("innocent"),
            _catalogue.Writer.CommitAsync((connection, transaction) =>
            {
                connection.Execute("PRAGMA max_page_count = 1", transaction: transaction);
                return connection.Execute("INSERT INTO notes (text) VALUES (hex(zeroblob(1000000)))", transaction: transaction);
            }),
            WriteAsync("behind"),
        ]));

        Assert.All(works, work => Assert.Equal(13, Assert.IsType<SqliteException>(work.Exception!.InnerException).SqliteErrorCode));
        Assert.Equal(0, Notes());
        await WriteAsync("room again");
        Assert.Equal(1, Notes());
    }

    [Fact]
    public async Task A_work_taken_back_while_it_waits_is_not_run()
    {
        using var cancel = new CancellationTokenSource();
        Task<int>[] works = [];
        await Assert.ThrowsAsync<TaskCanceledException>(() => BehindABusyWriterAsync(() =>
        {
            works = [WriteAsync("taken back", cancel.Token), WriteAsync("kept")];
            cancel.Cancel();
            return works;
        }));

        Assert.True(works[0].IsCanceled);
        Assert.Equal(1, Notes());
    }

    [Fact]
    public async Task Stopping_writes_what_is_queued_and_takes_no_more()
    {
        var folder = TestCatalogue.NewFolder();
        var catalogue = await TestCatalogue.OpenAsync(folder);
        catalogue.Tamper("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE)");
        var writer = catalogue.Writer;
        using var gate = new ManualResetEventSlim();
        var busy = writer.CommitAsync((_, _) => gate.Wait(TimeSpan.FromSeconds(30)));
        var queued = Enumerable.Range(0, 50).Select(i => WriteAsync(writer, $"note {i}")).ToArray();
        var stopped = catalogue.DisposeAsync().AsTask();
        gate.Set();
        await stopped;

        await Task.WhenAll(queued);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => WriteAsync(writer, "too late"));
        await using (var again = await TestCatalogue.OpenAsync(folder))
        {
            Assert.Equal(50, again.Tamper("SELECT COUNT(*) FROM notes"));
        }

        Assert.True(await busy);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Who_comes_when_the_queue_is_full_waits_and_is_served()
    {
        var waiting = 0;
        await BehindABusyWriterAsync(() =>
        {
            Task<int>[] works = [.. Enumerable.Range(0, SqliteWriter.QueueLimit + 100).Select(i => WriteAsync($"note {i}"))];
            waiting = works.Count(work => !work.IsCompleted);
            return works;
        });

        Assert.Equal(SqliteWriter.QueueLimit + 100, waiting);
        Assert.Equal(SqliteWriter.QueueLimit + 100, Notes());
    }

    [Fact]
    public async Task Whoever_waits_goes_on_on_another_thread_than_the_writers()
    {
        await WriteAsync("note");

        Assert.NotEqual("streamgate catalogue writer", Thread.CurrentThread.Name);
    }

    /// <summary>Starts the works while the writer's thread is held up, so that they are one batch, then waits for all.</summary>
    private async Task BehindABusyWriterAsync(Func<Task<int>[]> start)
    {
        using var entered = new SemaphoreSlim(0);
        using var gate = new ManualResetEventSlim();
        var busy = _catalogue.Writer.CommitAsync((_, _) =>
        {
            entered.Release();
            return gate.Wait(TimeSpan.FromSeconds(30));
        });
        await entered.WaitAsync(TimeSpan.FromSeconds(30));
        var works = start();
        gate.Set();
        Assert.True(await busy);
        await Task.WhenAll(works);
    }

    private Task<int> WriteAsync(string text, CancellationToken cancel = default) => WriteAsync(_catalogue.Writer, text, cancel);

    private static Task<int> WriteAsync(Data.Storage.ICatalogueWriter writer, string text, CancellationToken cancel = default) =>
        writer.CommitAsync((connection, transaction) => connection.Execute("INSERT INTO notes (text) VALUES (@text)", new { text }, transaction), cancel);

    private long Notes() => _catalogue.Tamper("SELECT COUNT(*) FROM notes");

    private MetricCollector<long> Collect(string name) => new(_catalogue.Get<IMeterFactory>(), CatalogueMeter.Name, name);

    private static long Sum(MetricCollector<long> collector) => collector.GetMeasurementSnapshot().Sum(measurement => measurement.Value);
}
