using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Playback;

namespace StreamGate.Gateway.Endpoints.Playback;

/// <summary>POST /api/playback/refresh, /heartbeat and /release. Probe tokens open none of them.</summary>
public sealed class PlaybackHandlers(IGrainFactory grains, IPlaybackTokens tokens, Audit audit)
{
    private const int LongestToken = 4 * 1024;

    public static async Task<Results<Ok<PlaybackAnswers.Refreshed>, ApiProblem>> RefreshAsync(HttpContext context, PlaybackHandlers handlers)
    {
        if (handlers.Verified(context, BearerToken.Of(context.Request)) is not { } token)
        {
            return ViewerErrors.NoToken;
        }

        return await handlers.SessionOf(token).Renew(token.Claims, Caller.Viewer(ClientAddress.Of(context))) switch
        {
            RenewResult.Renewed => TypedResults.Ok(await handlers.RenewAsync(context, token)),
            RenewResult.Revoked => ViewerErrors.Revoked,
            RenewResult.EventOff => ViewerErrors.EventOff,
            RenewResult.Expired expired => ViewerErrors.Expired(expired.AccessEndedAt),
            RenewResult.NotFound => ViewerErrors.SessionNotFound,
            RenewResult.Conflict => ViewerErrors.SessionConflict,
            _ => ViewerErrors.UnknownCode,
        };
    }

    public static async Task<Results<Ok<PlaybackAnswers.Heard>, ApiProblem>> HeartbeatAsync(HttpContext context, PlaybackHandlers handlers)
    {
        if (handlers.Verified(context, BearerToken.Of(context.Request)) is not { } token)
        {
            return ViewerErrors.NoToken;
        }

        return await handlers.SessionOf(token).Heartbeat(token.Claims) switch
        {
            HeartbeatResult.Ok => TypedResults.Ok(new PlaybackAnswers.Heard(true)),
            HeartbeatResult.Conflict => ViewerErrors.SessionConflict,
            _ => ViewerErrors.SessionNotFound,
        };
    }

    public static async Task<Results<Ok<PlaybackAnswers.Freed>, ApiProblem>> ReleaseAsync(HttpContext context, PlaybackHandlers handlers)
    {
        var text = BearerToken.Of(context.Request) ?? Encoding.UTF8.GetString((await BoundedBody.ReadAsync(context, LongestToken)).Span).Trim();
        if (handlers.Verified(context, text) is not { } token)
        {
            return ViewerErrors.NoToken;
        }

        var ticket = handlers.Grains.GetGrain<IAccessTokenGrain>(token.Claims.Ticket.GrainKey);
        await ticket.Release(token.Claims.Session, Caller.Viewer(ClientAddress.Of(context)));
        PlaybackCookie.Clear(context, token.Claims.Event);
        return TypedResults.Ok(new PlaybackAnswers.Freed(true));
    }

    private IGrainFactory Grains => grains;

    private VerifiedToken? Verified(HttpContext context, string? text)
    {
        if (string.IsNullOrEmpty(text) || tokens.Verify(text) is not { IsProbe: false } token)
        {
            return null;
        }

        RequestTrace.NoteTicket(context, token.Claims.Ticket);
        return token;
    }

    private IPlaybackSessionGrain SessionOf(VerifiedToken token) => grains.GetGrain<IPlaybackSessionGrain>(token.Claims.Session.GrainKey);

    private async Task<PlaybackAnswers.Refreshed> RenewAsync(HttpContext context, VerifiedToken token)
    {
        var (ticket, id, session) = token.Claims;
        var fresh = tokens.Mint(token.Code, id, session);
        await audit.WriteAsync(audit.OfViewer(context, AuditActions.TokenRefreshed) with { Event = id, Ticket = ticket, Session = session });
        PlaybackCookie.Set(context, id, fresh);
        return new PlaybackAnswers.Refreshed(fresh, (int)PlaybackTokens.Lifetime.TotalSeconds);
    }
}
