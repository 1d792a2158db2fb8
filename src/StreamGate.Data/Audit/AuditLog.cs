using StreamGate.Data.Storage;

namespace StreamGate.Data.Audit;

/// <summary>Appends through the catalogue's writer, so that entries share a commit with whatever else is being written.</summary>
internal sealed class AuditLog(ICatalogueWriter writer) : IAuditLog
{
    public Task AppendAsync(params ReadOnlySpan<AuditEntry> entries)
    {
        if (entries.IsEmpty)
        {
            return Task.CompletedTask;
        }

        var records = new Schema.AuditRecord[entries.Length];
        for (var i = 0; i < entries.Length; i++)
        {
            records[i] = AuditTable.ToRecord(entries[i]);
        }

        return writer.CommitAsync((connection, transaction) =>
        {
            AuditTable.Insert(connection, transaction, records);
            return records.Length;
        });
    }
}
