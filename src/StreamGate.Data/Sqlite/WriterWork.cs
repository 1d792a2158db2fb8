using System.Data.Common;

namespace StreamGate.Data.Sqlite;

/// <summary>One caller's work, from the queue to its answer.</summary>
internal abstract class WriterWork
{
    /// <summary>Whether the caller no longer waits; the work is then skipped.</summary>
    public abstract bool IsCancelled { get; }

    /// <summary>Runs the work; throws what it throws.</summary>
    public abstract void Execute(DbConnection connection, DbTransaction transaction);

    /// <summary>Answers with what <see cref="Execute"/> found.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception error);

    public abstract void Cancel();
}

/// <inheritdoc/>
internal sealed class WriterWork<T>(Func<DbConnection, DbTransaction, T> work, CancellationToken cancel) : WriterWork
{
    // Whoever waits goes on elsewhere, never on the writer's thread.
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Answer => _answer.Task;

    public override bool IsCancelled => cancel.IsCancellationRequested;

    public override void Execute(DbConnection connection, DbTransaction transaction) => _result = work(connection, transaction);

    public override void Complete() => _answer.TrySetResult(_result);

    public override void Fail(Exception error) => _answer.TrySetException(error);

    public override void Cancel() => _answer.TrySetCanceled(cancel);
}
