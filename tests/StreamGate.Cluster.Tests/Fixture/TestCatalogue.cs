using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using Orleans.Storage;
using StreamGate.Contracts.Ids;
using StreamGate.Data;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;
using StreamGate.Data.Storage;

namespace StreamGate.Cluster.Tests.Fixture;

/// <summary>A SQLite catalogue in a folder of its own, shared by all silos of a test, whose writes are counted.</summary>
public sealed class TestCatalogue : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly string _folder = Directory.CreateTempSubdirectory("streamgate-").FullName;
    private readonly MeterListener _listener = new();
    private ServiceProvider _services = null!;
    private long _writes;

    /// <summary>Works that the writer has committed since the start.</summary>
    public long Writes => Interlocked.Read(ref _writes);

    public async Task StartAsync(FakeTimeProvider clock)
    {
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddCatalogue(_folder).BuildServiceProvider();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Every catalogue in this process counts under the same name; only this one's meter is from this one's factory.
            if (instrument.Name == CatalogueMeter.Writes && instrument.Meter.Scope == Get<IMeterFactory>())
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _writes, count));
        _listener.Start();
        await Get<CatalogueStartup>().PrepareAsync();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T GetKeyed<T>(string key)
        where T : notnull => _services.GetRequiredKeyedService<T>(key);

    /// <summary>The ticket's row as the database has it now.</summary>
    public async Task<TicketRow> Row(TicketKey ticket)
    {
        var state = new GrainState<TicketRow>(new TicketRow());
        await GetKeyed<IGrainStorage>(CatalogueStates.Storage).ReadStateAsync(CatalogueStates.Ticket, GrainId.Create("ticket", ticket.GrainKey), state);
        Assert.True(state.RecordExists);
        return state.State!;
    }

    /// <summary>Ends when the audit trail has such an entry about the session; fails when none comes.</summary>
    public async Task UntilAudited(string action, SessionId session)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await HasEntry(action, session, limit.Token))
        {
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> HasEntry(string action, SessionId session, CancellationToken cancel)
    {
        var page = await Get<IAuditQueries>().PageAsync(new AuditFilter(), 1, 50, cancel);
        return page.Items.Any(entry => entry.Action == action && entry.Session == session);
    }
}
