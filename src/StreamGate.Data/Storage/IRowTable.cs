using System.Collections.Immutable;
using System.Data.Common;
using StreamGate.Data.Audit;

namespace StreamGate.Data.Storage;

/// <summary>The statements for one row of a table that is a grain's state.</summary>
/// <typeparam name="TRow">The row as its grain sees it.</typeparam>
internal interface IRowTable<TRow>
    where TRow : class, new()
{
    /// <summary>The table's name.</summary>
    string Name { get; }

    /// <summary>The key column's value for a grain; throws <see cref="ArgumentException"/> on another grain's key.</summary>
    string KeyOf(string grainKey);

    /// <summary>Whether the row says that it is the one under <paramref name="key"/>.</summary>
    bool Has(TRow row, string key);

    long VersionOf(TRow row);

    /// <summary>The row as it is once written: with this version, and nothing left to be said in the trail.</summary>
    TRow Written(TRow row, long version);

    /// <summary>What the trail is to say of this write.</summary>
    ImmutableArray<AuditEntry> TrailOf(TRow row);

    /// <summary>The row, or null; throws <see cref="UnreadableRowException"/>.</summary>
    TRow? Find(DbConnection connection, string key);

    /// <summary>How many rows were added: 0 when one of its unique values is taken.</summary>
    int Insert(DbConnection connection, DbTransaction transaction, TRow row);

    /// <summary>How many rows had <paramref name="version"/> and now have the next: 0 or 1.</summary>
    int Update(DbConnection connection, DbTransaction transaction, string key, TRow row, long version);

    /// <summary>How many rows had <paramref name="version"/> and are gone: 0 or 1.</summary>
    int Delete(DbConnection connection, DbTransaction transaction, string key, long version);
}
