using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.RateLimiting;

namespace StreamGate.Gateway.Endpoints.Playback;

/// <summary>What a player says and asks while it plays.</summary>
public static class PlaybackEndpoints
{
    public static void MapPlayback(this IEndpointRouteBuilder app)
    {
        var playback = app.MapGroup("/api/playback").WithTags("Viewers").AddEndpointFilter<NoStoreFilter>().WithCredential(SecuritySchemes.PlaybackToken).WithErrors(401, 503);
        playback.MapPost("/refresh", PlaybackHandlers.RefreshAsync)
            .LimitedBy(RateLimitPolicies.Refresh)
            .WithSummary("A fresh token for the same session.")
            .WithErrors(403, 404, 409, 410, 429);
        playback.MapPost("/heartbeat", PlaybackHandlers.HeartbeatAsync)
            .WithSummary("The session is still watching. Players say so every 30 seconds.")
            .WithErrors(404, 409);
        playback.MapPost("/release", PlaybackHandlers.ReleaseAsync)
            .WithSummary("The session is over. The token may be the raw body, because sendBeacon sets no headers.")
            .WithErrors(413);
    }
}
