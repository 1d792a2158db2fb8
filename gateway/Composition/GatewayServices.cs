using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Admin;
using StreamGate.Gateway.Endpoints;
using StreamGate.Gateway.Endpoints.Admin;
using StreamGate.Gateway.Endpoints.Health;
using StreamGate.Gateway.Endpoints.Playback;
using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.Endpoints.Tickets;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Media;
using StreamGate.Gateway.Playback;
using StreamGate.Gateway.RateLimiting;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Composition;

/// <summary>What the gateway is made of, whoever hosts the grains.</summary>
public static class GatewayServices
{
    private const string MediaServerProbe = "media-server-probe";

    public static IServiceCollection AddGateway(this IServiceCollection services, DataFolder data)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddExceptionHandler<FaultHandler>();
        services.AddAdminAuthentication(data);
        services.AddGatewayRateLimits();
        services.AddOpenApi("v1", options => options
            .AddDocumentTransformer<SecuritySchemes>().AddOperationTransformer<SecuritySchemes>().AddDocumentTransformer<StreamsDescription>());
        services.AddHealthChecks().AddCheck<StartedHealth>("process").AddCheck<CatalogueHealth>("catalogue");

        services.AddMediaGate(_ => { });
        services.AddOptions<MediaGateOptions>().Configure<IOptions<MediaOptions>, IOptions<HttpOptions>>((gate, media, http) =>
        {
            gate.StreamRoot = media.Value.StreamRoot;
            gate.AllowedOrigin = http.Value.CorsAllowedOrigin;
            gate.Cache.MaxBytes = (long)media.Value.MemoryCacheMegabytes << 20;
        });
        services.AddHttpClient(MediaServerProbe);
        services.AddSingleton(ManifestSource);

        services.AddSingleton<IPlaybackTokens, PlaybackTokens>();

        services.AddSingleton<Audit>();
        services.AddSingleton<ValidateTicket>();
        services.AddSingleton<PlaybackHandlers>();
        services.AddSingleton<EventHandlers>();
        services.AddSingleton<RevocationHandlers>();
        services.AddSingleton<BulkRevocation>();
        return services;
    }

    /// <summary>Whether a stream is live is seen where it is served from: by this gateway's own origin, or by asking the media server that players are sent to.</summary>
    private static IManifestSource ManifestSource(IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<HttpOptions>>().Value.PlaybackBaseUrl is not { Length: > 0 } url)
        {
            return ActivatorUtilities.CreateInstance<LocalManifestSource>(services);
        }

        var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(MediaServerProbe);
        client.BaseAddress = new Uri(url.TrimEnd('/') + "/");
        var tokens = services.GetRequiredService<IPlaybackTokens>();
        return new HttpManifestSource(client, stream => tokens.MintProbe(new EventId(stream)), services.GetRequiredService<TimeProvider>());
    }
}
