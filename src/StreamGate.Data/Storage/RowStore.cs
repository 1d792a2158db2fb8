using System.Globalization;
using Orleans;
using Orleans.Storage;
using StreamGate.Data.Audit;
using StreamGate.Data.Schema;

namespace StreamGate.Data.Storage;

/// <summary>Keeps the states of one kind of grain in the rows of one table. The ETag is the row's version as text.</summary>
internal sealed class RowStore<TRow>(IRowTable<TRow> table, ICatalogueReader reader, ICatalogueWriter writer)
    where TRow : class, new()
{
    public void Read(string grainKey, IGrainState<TRow> state)
    {
        var key = table.KeyOf(grainKey);
        var row = reader.Read(connection => table.Find(connection, key));
        Fill(state, row);
    }

    /// <summary>Inserts where the state has no ETag, updates where it has; throws <see cref="InconsistentStateException"/> when another write came first.</summary>
    public async Task WriteAsync(string grainKey, IGrainState<TRow> state)
    {
        var key = table.KeyOf(grainKey);
        if (state.State is not { } row || !table.Has(row, key))
        {
            throw new ArgumentException($"The state is not that of the grain under whose key it is written to {table.Name}.", nameof(state));
        }

        var held = Parse(state.ETag);
        var next = table.Written(row, (held ?? 0) + 1);
        AuditRecord[] trail = [.. table.TrailOf(row).Select(AuditTable.ToRecord)];
        var written = await writer.CommitAsync((connection, transaction) =>
        {
            var rows = held is { } version ? table.Update(connection, transaction, key, next, version) : table.Insert(connection, transaction, next);
            if (rows > 0 && trail.Length > 0)
            {
                AuditTable.Insert(connection, transaction, trail);
            }

            return rows;
        });
        if (written == 0)
        {
            throw Conflict(state.ETag);
        }

        Fill(state, next);
    }

    /// <summary>Deletes the row that the ETag names and leaves an empty state; a state that was never written stays as it is.</summary>
    public async Task ClearAsync(string grainKey, IGrainState<TRow> state)
    {
        var key = table.KeyOf(grainKey);
        if (Parse(state.ETag) is { } version
            && await writer.CommitAsync((connection, transaction) => table.Delete(connection, transaction, key, version)) == 0)
        {
            throw Conflict(state.ETag);
        }

        Fill(state, row: null);
    }

    private void Fill(IGrainState<TRow> state, TRow? row)
    {
        state.State = row ?? new TRow();
        state.ETag = row is null ? null! : table.VersionOf(row).ToString(CultureInfo.InvariantCulture);
        state.RecordExists = row is not null;
    }

    private InconsistentStateException Conflict(string? etag) =>
        new($"A row of {table.Name} was written by someone else since it was read, or one of its unique values is taken.", "unknown", etag ?? "none");

    private static long? Parse(string? etag) => etag is null ? null : long.Parse(etag, CultureInfo.InvariantCulture);
}
