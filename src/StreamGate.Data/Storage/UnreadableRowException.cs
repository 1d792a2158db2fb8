namespace StreamGate.Data.Storage;

/// <summary>A row holds what this program never writes: it was edited by hand or its page is damaged. The message names the row, never a code.</summary>
public sealed class UnreadableRowException : Exception
{
    public UnreadableRowException(string table, string row)
        : base($"The row {row} of {table} cannot be read: it was changed by something else or the database is damaged. Restore it from a backup or correct the row.")
    {
        Table = table;
        Row = row;
    }

    public string Table { get; }

    /// <summary>The row's id, or the first 12 hex digits of its code's hash.</summary>
    public string Row { get; }
}
