using System.Data.Common;

namespace StreamGate.Data.Storage;

/// <summary>Reads the catalogue beside its writer; sees everything that was acknowledged.</summary>
internal interface ICatalogueReader
{
    /// <summary>
    /// A search in a column of text that ignores the case of ASCII letters; its parameter is <c>@search</c>, a pattern of
    /// <see cref="Queries.LikePattern"/>.
    /// </summary>
    string Matches(string column);

    /// <summary>Runs <paramref name="query"/> at once on the caller's thread: for single rows by a unique key.</summary>
    T Read<T>(Func<DbConnection, T> query);

    /// <summary>Runs <paramref name="query"/> on the thread pool, a bounded number at a time: for lists, which may take milliseconds.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, T> query, CancellationToken cancel);
}
