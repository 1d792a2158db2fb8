using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Sqlite;

/// <summary>
/// The one writer of the database: a thread that takes whatever waits in a bounded queue and commits it together. The disk's sync,
/// which is what a commit costs, is shared by all who wrote while the one before was under way.
/// </summary>
internal sealed partial class SqliteWriter : ICatalogueWriter, IAsyncDisposable, IDisposable
{
    /// <summary>Works that wait at the most; who comes next waits to be let in.</summary>
    public const int QueueLimit = 4096;

    /// <summary>Works in one commit at the most.</summary>
    public const int BatchLimit = 1024;

    private readonly Channel<WriterWork> _queue = Channel.CreateBounded<WriterWork>(new BoundedChannelOptions(QueueLimit) { SingleReader = true });
    private readonly SqliteBatch _batch;
    private readonly WriterMetrics _metrics;
    private readonly ILogger<SqliteWriter> _logger;
    private readonly Thread _thread;

    public SqliteWriter(SqliteFile file, WriterMetrics metrics, ILogger<SqliteWriter> logger)
    {
        _batch = new SqliteBatch(file);
        _metrics = metrics;
        _logger = logger;
        _thread = new Thread(Run) { IsBackground = true, Name = "streamgate catalogue writer" };
        _thread.Start();
    }

    public async Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, T> work, CancellationToken cancel = default)
    {
        var queued = new WriterWork<T>(work, cancel);
        try
        {
            await _queue.Writer.WriteAsync(queued, cancel);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(ICatalogueWriter), "The catalogue's writer has stopped: nothing was written.");
        }

        return await queued.Answer;
    }

    /// <summary>Takes no more, writes what is queued, then closes the database.</summary>
    public void Dispose()
    {
        _queue.Writer.TryComplete();
        _thread.Join();
    }

    public async ValueTask DisposeAsync() => await Task.Run(Dispose);

    private void Run()
    {
        var works = new List<WriterWork>(BatchLimit);
        while (WaitForWork())
        {
            while (works.Count < BatchLimit && _queue.Reader.TryRead(out var work))
            {
                works.Add(work);
            }

            Commit(works);
            works.Clear();
        }

        _batch.Dispose();
    }

    [SuppressMessage("Usage", "VSTHRD002", Justification = "This thread has nothing else to do.")]
    private bool WaitForWork() => _queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever fails a batch is its callers' to hear; the writer lives on.")]
    private void Commit(List<WriterWork> works)
    {
        try
        {
            var written = _batch.Commit(works);
            if (written > 0)
            {
                _metrics.Committed(written);
            }
        }
        catch (Exception error)
        {
            LogBatchFailed(error, works.Count);
            works.ForEach(work => work.Fail(error));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A commit of {Works} writes to the catalogue failed; none of them was kept")]
    private partial void LogBatchFailed(Exception error, int works);
}
