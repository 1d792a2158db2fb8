using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Data.Queries;
using StreamGate.Data.Rows;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Tests;

/// <summary>A catalogue in a folder of its own, with a clock that stands still until it is moved.</summary>
internal sealed class TestCatalogue : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly bool _ownsFolder;

    private TestCatalogue(string folder, bool ownsFolder)
    {
        Folder = folder;
        _ownsFolder = ownsFolder;
        _services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddCatalogue(folder).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public string Folder { get; }

    public string Database => Path.Combine(Folder, "streamgate.db");

    public IServiceProvider Services => _services;

    public ICatalogue Catalogue => Get<ICatalogue>();

    public ICatalogueWriter Writer => Get<ICatalogueWriter>();

    public IAuditLog Audit => Get<IAuditLog>();

    public IAuditQueries AuditQueries => Get<IAuditQueries>();

    public ITicketQueries Tickets => Get<ITicketQueries>();

    public IEventQueries Events => Get<IEventQueries>();

    public IRevocationQueries Revocations => Get<IRevocationQueries>();

    public IGrainStorage Storage => _services.GetRequiredKeyedService<IGrainStorage>(CatalogueStates.Storage);

    public AuditEntry AnyAudit => new(Clock.GetUtcNow(), Caller.System, AuditActions.TicketsIssued);

    /// <summary>A prepared catalogue in <paramref name="folder"/>, or in a new one that goes with it.</summary>
    public static async Task<TestCatalogue> OpenAsync(string? folder = null)
    {
        var catalogue = new TestCatalogue(folder ?? NewFolder(), ownsFolder: folder is null);
        await catalogue.PrepareAsync();
        return catalogue;
    }

    public static TestCatalogue Unprepared(string folder) => new(folder, ownsFolder: false);

    public static string NewFolder() => Directory.CreateTempSubdirectory("streamgate-data-").FullName;

    public Task PrepareAsync() => Get<CatalogueStartup>().PrepareAsync();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>An event from an hour ago to an hour from now, open for an hour after, unless <paramref name="change"/> says otherwise.</summary>
    public async Task<EventRow> AddEventAsync(string title = "Night of the harvest", Func<EventRow, EventRow>? change = null)
    {
        var now = Clock.GetUtcNow();
        var row = new EventRow
        {
            Id = EventId.New(Clock),
            Details = new EventDetails(title, "", now.AddHours(-1), now.AddHours(1), 1, null, 1, ExtraDevicePolicy.Refuse),
            CreatedAt = now,
            UpdatedAt = now,
        };
        var state = new StateOf<EventRow>(change?.Invoke(row) ?? row);
        await Storage.WriteStateAsync(CatalogueStates.Event, IdOf(state.State.Id), state);
        return state.State;
    }

    public async Task<EventRow> ChangeEventAsync(EventId id, Func<EventRow, EventRow> change)
    {
        var state = new StateOf<EventRow>();
        await Storage.ReadStateAsync(CatalogueStates.Event, IdOf(id), state);
        state.State = change(state.State);
        await Storage.WriteStateAsync(CatalogueStates.Event, IdOf(id), state);
        return state.State;
    }

    public TicketRow NewTicket(EventId id, Func<TicketRow, TicketRow>? change = null)
    {
        var row = new TicketRow { Id = TicketId.New(Clock), Code = TicketCode.Draw(), Event = id, CreatedAt = Clock.GetUtcNow() };
        return change?.Invoke(row) ?? row;
    }

    public async Task<TicketRow> AddTicketAsync(EventId id, Func<TicketRow, TicketRow>? change = null)
    {
        var row = NewTicket(id, change);
        Assert.True(await Catalogue.AddTicketsAsync([row], AnyAudit));
        return row;
    }

    public async Task<StateOf<TicketRow>> ReadTicketAsync(TicketCode code)
    {
        var state = new StateOf<TicketRow>();
        await Storage.ReadStateAsync(CatalogueStates.Ticket, IdOf(code), state);
        return state;
    }

    public static GrainId IdOf(TicketCode code) => GrainId.Create("ticket", code.Key.GrainKey);

    public static GrainId IdOf(EventId id) => GrainId.Create("event", id.GrainKey);

    /// <summary>Runs a statement beside the program, as someone with a database tool would.</summary>
    public long Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
