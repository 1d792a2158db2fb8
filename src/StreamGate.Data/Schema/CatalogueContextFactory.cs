using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace StreamGate.Data.Schema;

/// <summary>Makes contexts for <c>dotnet ef</c>, which reads the model and opens no database, and for start-up.</summary>
internal sealed class CatalogueContextFactory : IDesignTimeDbContextFactory<CatalogueContext>
{
    public CatalogueContext CreateDbContext(string[] args) => ForSqlite("Data Source=:memory:");

    public static CatalogueContext ForSqlite(string connectionString) => new(
        new DbContextOptionsBuilder<CatalogueContext>()
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(CatalogueContext).Assembly))
            .Options);
}
