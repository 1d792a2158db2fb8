using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StreamGate.Benchmarks.Processes;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Gateway.Composition;
using StreamGate.Gateway.Embedded;
using StreamGate.Hosting.Configuration;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;

namespace StreamGate.Benchmarks.Silo;

/// <summary>The embedded composition in this process, on a catalogue of its own on disk, without the demo.</summary>
internal sealed class EmbeddedSilo : IAsyncDisposable
{
    private const int TicketsACall = 500;

    private static readonly Caller Viewer = Caller.Viewer("192.0.2.1");

    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private EmbeddedSilo(TemporaryFolder folder, WebApplication app)
    {
        _folder = folder;
        _app = app;
        Grains = app.Services.GetRequiredService<IGrainFactory>();
    }

    public IServiceProvider Services => _app.Services;

    public IGrainFactory Grains { get; }

    public static async Task<EmbeddedSilo> StartAsync()
    {
        var folder = new TemporaryFolder();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddStreamGate();

        // After all other sources: this must never be somebody's real data folder. Nobody's session times out while others are made.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [DataFolder.Setting] = folder.Path,
            ["StreamGate:Http:Port"] = "0",
            ["StreamGate:Media:StreamRoot"] = folder.At("streams"),
            ["StreamGate:Playback:SessionTimeoutSeconds"] = "240",
        });
        builder.Logging.AddGatewayLogging();
        builder.WebHost.UseGatewayKestrel();
        var data = DataFolder.Open(builder.Configuration, AppContext.BaseDirectory);
        builder.Services.AddStreamGateOptions(data);
        builder.Services.AddGateway(data);
        builder.AddEmbeddedHost(data);
        builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(FirstRun)));

        var app = builder.Build();
        await app.PrepareEmbeddedHostAsync();
        await app.StartAsync();
        return new EmbeddedSilo(folder, app);
    }

    /// <summary>An event that is live for hours.</summary>
    public async Task<EventId> AddEventAsync()
    {
        var id = EventId.New(TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow();
        var details = new EventDetails("Benchmark", "", now.AddHours(-1), now.AddHours(6), 48, null, 1, ExtraDevicePolicy.Refuse);
        return await Grains.GetGrain<IEventGrain>(id.GrainKey).Create(details, Caller.System) is EventResult.Saved
            ? id
            : throw new InvalidOperationException("The event was refused.");
    }

    public async Task<List<TicketCode>> IssueAsync(EventId id, int count)
    {
        var codes = new List<TicketCode>(count);
        while (codes.Count < count)
        {
            var result = await Grains.GetGrain<IEventGrain>(id.GrainKey).IssueTickets(Math.Min(TicketsACall, count - codes.Count), null, Caller.System);
            codes.AddRange(((IssueResult.Issued)result).Tickets.Select(ticket => ticket.Code));
        }

        return codes;
    }

    public async Task<SessionClaims> RedeemAsync(EventId id, TicketCode code) =>
        await Grains.GetGrain<IAccessTokenGrain>(code.Key.GrainKey).Redeem(Viewer) is RedeemResult.Granted granted
            ? new SessionClaims(code.Key, id, granted.Session)
            : throw new InvalidOperationException("A fresh ticket was refused.");

    public async Task HeartbeatAsync(SessionClaims claims)
    {
        if (await Grains.GetGrain<IPlaybackSessionGrain>(claims.Session.GrainKey).Heartbeat(claims) is not HeartbeatResult.Ok)
        {
            throw new InvalidOperationException("A live session was not heard.");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
