using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace StreamGate.Data.Sqlite;

/// <summary>Commits many works in one transaction, each behind a savepoint of its own. For one thread.</summary>
internal sealed class SqliteBatch(SqliteFile file) : IDisposable
{
    private const string Savepoint = "work";

    private SqliteConnection? _connection;

    /// <summary>
    /// Runs the works in order, commits, and answers those that succeeded, failed or were cancelled. How many were committed.
    /// Throws when the whole transaction failed: then nothing was kept, and of the works only the failed have their answer.
    /// </summary>
    public int Commit(IReadOnlyList<WriterWork> works)
    {
        try
        {
            _connection ??= file.OpenWriter();
            var done = new List<WriterWork>(works.Count);
            using (var transaction = _connection.BeginTransaction(deferred: false))
            {
                foreach (var work in works)
                {
                    if (Run(work, transaction))
                    {
                        done.Add(work);
                    }
                }

                transaction.Commit();
            }

            done.ForEach(work => work.Complete());
            return done.Count;
        }
        catch
        {
            // A connection whose transaction failed is not worth trusting: the next batch gets a new one.
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "A caller's failure is the caller's, and must not hurt the works beside it.")]
    private static bool Run(WriterWork work, SqliteTransaction transaction)
    {
        if (work.IsCancelled)
        {
            work.Cancel();
            return false;
        }

        transaction.Save(Savepoint);
        try
        {
            work.Execute(transaction.Connection!, transaction);
        }
        catch (Exception error)
        {
            // Some errors (disk full, I/O) end SQLite's whole transaction: then there is nothing to go back to, and the batch fails with the error.
            if (!TryUndo(transaction))
            {
                throw;
            }

            work.Fail(error);
            return false;
        }

        transaction.Release(Savepoint);
        return true;
    }

    private static bool TryUndo(SqliteTransaction transaction)
    {
        try
        {
            transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
            return true;
        }
        catch (Exception error) when (error is SqliteException or InvalidOperationException)
        {
            return false;
        }
    }
}
