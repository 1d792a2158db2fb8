using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Media;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Composition;

/// <summary>Where Kestrel listens, and how much it takes.</summary>
public static class GatewayKestrel
{
    public static void UseGatewayKestrel(this IWebHostBuilder host)
    {
        host.UseKestrel();
        host.ConfigureKestrelForMedia();
        host.ConfigureServices(services => services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, http) =>
        {
            kestrel.Limits.MaxRequestBodySize = BoundedBody.MaxBytes;
            kestrel.ListenAnyIP(http.Value.Port);
        }));
    }

    /// <summary>Fails early when somebody else has the port. A test's server has no port, and is let through.</summary>
    public static void ProvePortFree(this WebApplication app)
    {
        var server = app.Services.GetRequiredService<IServer>();
        if (server.GetType().Assembly == typeof(KestrelServer).Assembly)
        {
            ListeningPort.ProveFree(app.Services.GetRequiredService<IOptions<HttpOptions>>().Value.Port);
        }
    }
}
