using Microsoft.Data.Sqlite;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Sqlite;

/// <summary>What an operator is told when the database can't be used: what is wrong, what to do.</summary>
internal static class Messages
{
    // https://sqlite.org/rescode.html
    private const int Corrupt = 11;
    private const int NotADatabase = 26;
    private const int Busy = 5;
    private const int Locked = 6;

    public static CatalogueUnusableException Explain(SqliteFile file, SqliteException error) => error.SqliteErrorCode switch
    {
        Corrupt or NotADatabase => new CatalogueUnusableException(Damaged(file, error.Message), error),
        Busy or Locked => new CatalogueUnusableException(
            $"{file.Path} is held by another program. Stop that program (a backup tool, a database browser), then start again.", error),
        _ => new CatalogueUnusableException(NotWritable(file, error.Message), error),
    };

    public static string Damaged(SqliteFile file, string reason) =>
        $"The database {file.Path} is damaged ({reason}). Nothing was changed. Restore it from a backup, or move it and its -wal and -shm files away to start with an empty catalogue.";

    public static string NotWritable(SqliteFile file, string reason) =>
        $"The data folder {file.Folder} cannot be used ({reason}). Make it writable for the user who runs this program and see that the disk is not full, or name another folder with STREAMGATE_DATA.";

    public static string TooNew(SqliteFile file, string migration) =>
        $"The database {file.Path} was made by a newer version of this program (schema {migration}). Nothing was changed. Run that version or a later one, or restore a backup from before the upgrade.";

    public static string Foreign(SqliteFile file) =>
        $"The database {file.Path} is not a StreamGate catalogue. Nothing was changed. Move it away, or name another data folder with STREAMGATE_DATA.";
}
