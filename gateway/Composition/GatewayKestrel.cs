using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Composition;

/// <summary>Where Kestrel listens, and how much it takes.</summary>
public static class GatewayKestrel
{
    public static void UseGatewayKestrel(this IWebHostBuilder host)
    {
        host.UseKestrel();
        host.ConfigureServices(services => services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>((kestrel, http) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BoundedBody.MaxBytes;
            kestrel.ListenAnyIP(http.Value.Port);
        }));
    }
}
