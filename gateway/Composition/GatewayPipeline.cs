using Microsoft.Extensions.Options;
using StreamGate.Gateway.Endpoints.Admin;
using StreamGate.Gateway.Endpoints.Events;
using StreamGate.Gateway.Endpoints.Health;
using StreamGate.Gateway.Endpoints.Playback;
using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.Endpoints.Revocation;
using StreamGate.Gateway.Endpoints.Tickets;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Media;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Composition;

/// <summary>The way of a request through the gateway.</summary>
public static class GatewayPipeline
{
    public static void UseGateway(this WebApplication app)
    {
        app.UseTrustedProxies(app.Services.GetRequiredService<IOptions<HttpOptions>>().Value);

        // Segments are most of the traffic and need none of the rest but an answer to what nobody foresaw.
        app.UseExceptionHandler(_ => { });
        app.UseMediaGate();
        app.UseSecurityHeaders();
        app.UseMiddleware<RequestLog>();
        app.UseExceptionHandler(_ => { });
        app.UseStatusCodePages(context => ApiProblem.Of(context.HttpContext.Response.StatusCode).WriteAsync(context.HttpContext));
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Every route of the HTTP contract but /streams.</summary>
    public static void MapGateway(this IEndpointRouteBuilder app)
    {
        app.MapTickets();
        app.MapPlayback();
        app.MapEvents();
        app.MapRevocations();
        app.MapAdmin();
        app.MapHealth();
        app.MapReference();
    }
}
