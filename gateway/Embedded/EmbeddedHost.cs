using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using StreamGate.Data;
using StreamGate.Data.Storage;
using StreamGate.Gateway.Endpoints.Health;
using StreamGate.Gateway.Playback;
using StreamGate.Grains.Hosting;
using StreamGate.Grains.Playback;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Embedded;

/// <summary>
/// One process that is everything: the silo with all grains, the catalogue and the media gate beside the gateway. What other rooms
/// register is called here and nowhere else.
/// </summary>
public static class EmbeddedHost
{
    public static void AddEmbeddedHost(this WebApplicationBuilder builder, DataFolder data)
    {
        builder.Services.AddSingleton<DemoStream>();
        builder.Services.AddSingleton<DemoTickets>();
        builder.Services.AddSingleton<FirstRunPlanFile>();

        builder.Services.AddCatalogue(data.Path);
        builder.Services.AddOptions<PlaybackRules>().Configure<IOptions<PlaybackOptions>>((rules, playback) =>
            rules.SessionTimeout = TimeSpan.FromSeconds(playback.Value.SessionTimeoutSeconds));
        builder.Services.AddSingleton<ISessionAuthorizer, InProcessAuthorizer>();
        builder.Services.AddSingleton<IHealthFigures, EmbeddedFigures>();

        // Hosted services start in this order: the silo first, then the first run, which needs it.
        builder.Host.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), gatewayPort: 0, serviceId: "streamgate", clusterId: PrivateClusterId());
            silo.AddStreamGateGrains();
        });
        builder.Services.AddHostedService<FirstRun>();
    }

    /// <summary>Whatever must be ready before anything starts.</summary>
    public static Task PrepareEmbeddedHostAsync(this WebApplication app) => app.Services.GetRequiredService<CatalogueStartup>().PrepareAsync();

    // A silo takes messages only from its own cluster: with a name that nobody else knows, it is alone on its loopback port.
    private static string PrivateClusterId() => $"embedded-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";

    // Nobody else joins this silo, so its port only has to be one that is free: several gates can run on one machine.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
