using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Media;
using StreamGate.Hosting.Options;

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
}
