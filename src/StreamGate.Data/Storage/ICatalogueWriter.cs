using System.Data.Common;

namespace StreamGate.Data.Storage;

/// <summary>Writes to the catalogue, many callers' work in one commit.</summary>
public interface ICatalogueWriter
{
    /// <summary>
    /// Runs <paramref name="work"/> and ends when its effects are durable. Work that throws leaves nothing behind and fails only its own
    /// task; when the commit itself fails, the task fails with that error and nothing of the work is kept. Work must be quick, must not
    /// wait for anything, and must neither commit nor roll back.
    /// </summary>
    /// <param name="cancel">Takes the work back while it still waits for its turn.</param>
    Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, T> work, CancellationToken cancel = default);
}
