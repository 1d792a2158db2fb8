using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using StreamGate.Data.Schema;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Sqlite;

/// <summary>
/// Creates the database file, or looks at the one that is there before anything is changed, and brings its schema up to date. From then
/// on the folder is this process' until it ends: leases and revocations are decided in memory, so a second process would not know of them.
/// </summary>
internal sealed class SqlitePreparation(SqliteFile file) : ICataloguePreparation, IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private FileStream? _owned;

    public Task PrepareAsync(CancellationToken cancel) => Task.Run(Prepare, cancel);

    public void Dispose() => _owned?.Dispose();

    private void Prepare()
    {
        try
        {
            _owned ??= TakeLock();
            Create();
            SqliteInspection.Check(file);
            UseWriteAheadLog();
            Migrate();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CatalogueUnusableException(Messages.NotWritable(file, error.Message), error);
        }
        catch (SqliteException error)
        {
            throw Messages.Explain(file, error);
        }
    }

    /// <summary>One process has the folder at a time; the kernel frees the lock of one that dies.</summary>
    private FileStream TakeLock()
    {
        if (!Directory.Exists(file.Folder))
        {
            CreateFolder();
        }

        try
        {
            return OpenOrCreate(file.LockPath, FileShare.None);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            throw new CatalogueUnusableException(
                $"Another process uses the data folder {file.Folder}. Stop it, or give this one a folder of its own with STREAMGATE_DATA.", error);
        }
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(file.Folder);
        }
        else
        {
            Directory.CreateDirectory(file.Folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Makes an empty file that only its owner reads, so that SQLite gives its log the same mode.</summary>
    private void Create()
    {
        var log = new FileInfo(file.Path + "-wal");
        if (new FileInfo(file.Path) is not { Exists: true, Length: > 0 } && log is { Exists: true, Length: > 0 })
        {
            throw new CatalogueUnusableException(
                $"{file.Path} is missing or empty, but its log {log.FullName} is not. Put the database back beside its log, or move the log away to start with an empty catalogue.");
        }

        OpenOrCreate(file.Path, FileShare.ReadWrite).Dispose();
    }

    private void UseWriteAheadLog()
    {
        using var connection = file.OpenWriter();
        var mode = connection.ExecuteScalar<string>("PRAGMA journal_mode = WAL");
        if (mode != "wal")
        {
            throw new CatalogueUnusableException(
                $"{file.Path} does not take SQLite's write-ahead log (it stays in mode '{mode}'). Put the data folder on a local disk.");
        }
    }

    private void Migrate()
    {
        using var context = CatalogueContextFactory.ForSqlite(file.MigrationConnectionString);
        using (var connection = file.OpenWriter())
        {
            if (SqliteInspection.AppliedMigrations(connection).Contains(context.Database.GetMigrations().Last()))
            {
                return;
            }

            // EF's own lock is a row that a killed process leaves behind and that others then wait for without end. We hold the file lock.
            connection.Execute("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        }

        context.Database.Migrate();
    }

    private static FileStream OpenOrCreate(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    // EAGAIN on Linux, EWOULDBLOCK on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static bool IsHeldByAnother(IOException error) => error.HResult is 11 or 35 or unchecked((int)0x80070020);
}
