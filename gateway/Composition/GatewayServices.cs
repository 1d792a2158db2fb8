using Microsoft.Extensions.DependencyInjection.Extensions;
using StreamGate.Gateway.Admin;
using StreamGate.Gateway.Endpoints;
using StreamGate.Gateway.Endpoints.Admin;
using StreamGate.Gateway.Endpoints.Health;
using StreamGate.Gateway.Endpoints.Playback;
using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.Endpoints.Tickets;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Liveness;
using StreamGate.Gateway.Playback;
using StreamGate.Gateway.RateLimiting;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Composition;

/// <summary>What the gateway is made of, whoever hosts the grains.</summary>
public static class GatewayServices
{
    public static IServiceCollection AddGateway(this IServiceCollection services, DataFolder data)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        services.AddExceptionHandler<FaultHandler>();
        services.AddAdminAuthentication(data);
        services.AddGatewayRateLimits();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer<StreamsDescription>());
        services.AddHealthChecks().AddCheck<StartedHealth>("process").AddCheck<CatalogueHealth>("catalogue");

        services.AddSingleton<IPlaybackTokens, PlaybackTokens>();
        services.TryAddSingleton<ILiveStreams, ClockOnly>();

        services.AddSingleton<Audit>();
        services.AddSingleton<ValidateTicket>();
        services.AddSingleton<PlaybackHandlers>();
        services.AddSingleton<EventHandlers>();
        services.AddSingleton<RevocationHandlers>();
        return services;
    }
}
