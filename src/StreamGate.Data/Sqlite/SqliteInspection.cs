using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using StreamGate.Data.Schema;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Sqlite;

/// <summary>Looks at a database file without writing to it, and refuses one that must not be opened for writing.</summary>
internal static class SqliteInspection
{
    /// <summary>Up to this size every page is checked at start (well under a second); beyond it only the schema is.</summary>
    private const long FullCheckLimit = 64L << 20;

    /// <summary>Throws <see cref="CatalogueUnusableException"/> or <see cref="SqliteException"/>.</summary>
    public static void Check(SqliteFile file)
    {
        var size = new FileInfo(file.Path).Length;
        if (size == 0)
        {
            return;
        }

        // A first start that was killed leaves a rollback journal, which only a writer may play back.
        using var connection = File.Exists(file.Path + "-journal") ? file.OpenWriter() : file.OpenInspection();
        var tables = connection.Query<string>("SELECT name FROM sqlite_master WHERE type = 'table'").ToHashSet();
        if (size <= FullCheckLimit && connection.QueryFirst<string>("PRAGMA quick_check(1)") is var found && found != "ok")
        {
            throw new CatalogueUnusableException(Messages.Damaged(file, found.ReplaceLineEndings(" ")));
        }

        var applied = AppliedMigrations(connection);
        if (applied.Count == 0 && tables.Any(name => !name.StartsWith("__EF", StringComparison.Ordinal) && !name.StartsWith("sqlite_", StringComparison.Ordinal)))
        {
            throw new CatalogueUnusableException(Messages.Foreign(file));
        }

        if (applied.Except(KnownMigrations()).Max() is { } unknown)
        {
            throw new CatalogueUnusableException(Messages.TooNew(file, unknown));
        }
    }

    /// <summary>The migrations that the database says it has; none when it was never migrated.</summary>
    public static IReadOnlySet<string> AppliedMigrations(DbConnection connection) =>
        connection.ExecuteScalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsHistory'") == 0
            ? new HashSet<string>()
            : connection.Query<string>("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"").ToHashSet();

    private static IEnumerable<string> KnownMigrations()
    {
        using var context = CatalogueContextFactory.ForSqlite("Data Source=:memory:");
        return [.. Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetMigrations(context.Database)];
    }
}
