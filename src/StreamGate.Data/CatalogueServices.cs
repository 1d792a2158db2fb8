using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Storage;
using StreamGate.Data.Audit;
using StreamGate.Data.Queries;
using StreamGate.Data.Sqlite;
using StreamGate.Data.Storage;

namespace StreamGate.Data;

/// <summary>Registers the catalogue.</summary>
public static class CatalogueServices
{
    /// <summary>
    /// The catalogue in a SQLite database in <paramref name="folder"/>: rows, audit trail, queries, and the grain storage named
    /// <see cref="CatalogueStates.Storage"/>. Nothing is opened before <see cref="CatalogueStartup.PrepareAsync"/>. Logging must be registered.
    /// </summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services, string folder)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton(new SqliteFile(folder));
        services.AddSingleton<WriterMetrics>();
        services.AddSingleton<ICataloguePreparation, SqlitePreparation>();
        services.AddSingleton<ICatalogueReader, SqliteReader>();
        services.AddSingleton<ICatalogueWriter, SqliteWriter>();

        services.AddSingleton(provider => new CatalogueStartup(provider.GetRequiredService<ICataloguePreparation>()));
        services.AddSingleton<ICatalogue, Catalogue>();
        services.AddSingleton<IAuditLog, AuditLog>();
        services.AddSingleton<IAuditQueries, AuditQueries>();
        services.AddSingleton<ITicketQueries, TicketQueries>();
        services.AddSingleton<IEventQueries, EventQueries>();
        services.AddSingleton<IRevocationQueries, RevocationQueries>();
        services.AddKeyedSingleton<IGrainStorage>(
            CatalogueStates.Storage,
            (provider, _) => ActivatorUtilities.CreateInstance<CatalogueGrainStorage>(provider));
        return services;
    }
}
