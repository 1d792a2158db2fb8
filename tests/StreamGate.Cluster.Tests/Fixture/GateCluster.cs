using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;
using Orleans.TestingHost;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;
using StreamGate.Data.Storage;
using StreamGate.Grains.Hosting;

namespace StreamGate.Cluster.Tests.Fixture;

/// <summary>Two silos in this process over one SQLite catalogue in a folder of its own, under one fake clock.</summary>
public sealed class GateCluster : IAsyncLifetime
{
    public static readonly TimeSpan SessionTimeout = TimeSpan.FromSeconds(60);

    private readonly TestCatalogue _catalogue = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 1, 20, 0, 0, TimeSpan.Zero));

    public InProcessTestCluster Cluster { get; private set; } = null!;

    public TestCatalogue Catalogue => _catalogue;

    public FaultyStorage Storage { get; private set; } = null!;

    public IGrainFactory Grains => Cluster.Client;

    public async Task InitializeAsync()
    {
        await _catalogue.StartAsync(Clock);
        Storage = new FaultyStorage(_catalogue.GetKeyed<IGrainStorage>(CatalogueStates.Storage));
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton<TimeProvider>(Clock);
            silo.Services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            silo.Services.AddSingleton(_catalogue.Get<ICatalogue>());
            silo.Services.AddSingleton(_catalogue.Get<IAuditLog>());
            silo.Services.AddKeyedSingleton<IGrainStorage>(CatalogueStates.Storage, Storage);
            silo.AddStreamGateGrains();
        });
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public async Task DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await _catalogue.DisposeAsync();
    }

    public IAccessTokenGrain Ticket(TicketKey key) => Grains.GetGrain<IAccessTokenGrain>(key.GrainKey);

    public IEventGrain Event(EventId id) => Grains.GetGrain<IEventGrain>(id.GrainKey);

    public IPlaybackSessionGrain Session(SessionId id) => Grains.GetGrain<IPlaybackSessionGrain>(id.GrainKey);

    /// <summary>An event that started ten minutes ago and goes on for days, so that histories can let much time pass.</summary>
    public async Task<EventView> NewEvent(int devices = 1, ExtraDevicePolicy policy = ExtraDevicePolicy.Refuse, TimeSpan? length = null)
    {
        var start = Clock.GetUtcNow().AddMinutes(-10);
        var details = new EventDetails("A concert", "", start, start + (length ?? TimeSpan.FromDays(30)), 1, null, devices, policy);
        var saved = await Event(EventId.New(Clock)).Create(details, Caller.Admin("192.0.2.9"));
        return Assert.IsType<EventResult.Saved>(saved).Event;
    }

    public async Task<TicketKey> NewTicket(EventView showing) => (await NewTickets(showing, 1))[0];

    public async Task<TicketKey[]> NewTickets(EventView showing, int count)
    {
        var issued = await Event(showing.Id).IssueTickets(count, null, Caller.Admin("192.0.2.9"));
        return [.. Assert.IsType<IssueResult.Issued>(issued).Tickets.Select(ticket => ticket.Code.Key)];
    }

    public async Task<Viewing> Watch(EventView showing, TicketKey ticket)
    {
        var granted = Assert.IsType<RedeemResult.Granted>(await Ticket(ticket).Redeem(Caller.Viewer("192.0.2.1")));
        return new Viewing(this, new SessionClaims(ticket, showing.Id, granted.Session));
    }
}
