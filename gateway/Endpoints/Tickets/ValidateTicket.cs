using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Liveness;
using StreamGate.Gateway.Playback;
using StreamGate.Hosting.Options;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Endpoints.Tickets;

/// <summary>POST /api/tokens/validate.</summary>
public sealed partial class ValidateTicket(
    IGrainFactory grains,
    IPlaybackTokens tokens,
    IStreamProbe streams,
    Audit audit,
    TimeProvider clock,
    IOptionsMonitor<HttpOptions> http,
    ILogger<ValidateTicket> logger)
{
    public static Task<Results<Ok<ValidateResponse>, ApiProblem>> HandleAsync(Body<ValidateRequest> body, HttpContext context, ValidateTicket handler) =>
        handler.AnswerAsync(TypedCode.Parse(body.Value.Code), context);

    private async Task<Results<Ok<ValidateResponse>, ApiProblem>> AnswerAsync(TypedCode typed, HttpContext context)
    {
        RequestTrace.NoteTicket(context, typed.Key);
        if (typed.Code is not { } code)
        {
            await audit.WriteAsync(audit.OfViewer(context, AuditActions.TicketValidated, "unknown") with { Ticket = typed.Key });
            return ViewerErrors.UnknownCode;
        }

        var ticket = grains.GetGrain<IAccessTokenGrain>(code.Key.GrainKey);
        return await ticket.Redeem(Caller.Viewer(ClientAddress.Of(context))) switch
        {
            RedeemResult.Granted granted => TypedResults.Ok(await LetInOrReleaseAsync(ticket, code, granted, context)),
            RedeemResult.Revoked => ViewerErrors.Revoked,
            RedeemResult.EventOff => ViewerErrors.EventOff,
            RedeemResult.Expired expired => ViewerErrors.Expired(expired.AccessEndedAt),
            RedeemResult.InUse => ViewerErrors.InUse,
            _ => ViewerErrors.UnknownCode,
        };
    }

    // Nobody has heard of the session yet. Left alone, it would keep its own viewer out until it times out.
    private async Task<ValidateResponse> LetInOrReleaseAsync(IAccessTokenGrain ticket, TicketCode code, RedeemResult.Granted granted, HttpContext context)
    {
        try
        {
            return await LetInAsync(code, granted, context);
        }
        catch
        {
            await ReleaseAsync(ticket, code, granted.Session, Caller.Viewer(ClientAddress.Of(context)));
            throw;
        }
    }

    private async Task ReleaseAsync(IAccessTokenGrain ticket, TicketCode code, SessionId session, Caller caller)
    {
        try
        {
            await ticket.Release(session, caller);
        }
        catch (Exception e)
        {
            // What broke the answer matters more; the session ends by its timeout.
            LogNotReleased(e, code.Key.Short);
        }
    }

    private async Task<ValidateResponse> LetInAsync(TicketCode code, RedeemResult.Granted granted, HttpContext context)
    {
        var id = granted.Event.Id;
        var details = granted.Event.Details;
        var token = tokens.Mint(code, id, granted.Session);
        var issued = audit.OfViewer(context, AuditActions.TokenIssued) with { Event = id, Ticket = code.Key, Session = granted.Session };

        // The ticket is taken, so a viewer who goes away now changes nothing: the look at the stream has a limit of its own.
        var looking = streams.ProbeAsync(id.Value, CancellationToken.None).AsTask();
        await Task.WhenAll(audit.WriteAsync(issued), looking);
        var sighting = await looking;

        PlaybackCookie.Set(context, id, token);
        context.Response.Headers.CacheControl = "no-store";
        return new ValidateResponse(
            new(details.Title, details.Description, details.StartsAt, details.EndsAt, details.PosterUrl, EventPhase.IsLive(details, clock.GetUtcNow(), sighting)),
            token,
            BaseUrl(context.Request),
            $"/streams/{id}/stream.m3u8",
            details.AccessEndsAt,
            (int)PlaybackTokens.Lifetime.TotalSeconds);
    }

    private string BaseUrl(HttpRequest request) =>
        http.CurrentValue.PlaybackBaseUrl is { Length: > 0 } configured ? configured.TrimEnd('/') : $"{request.Scheme}://{request.Host}";

    [LoggerMessage(LogLevel.Warning, "A session of ticket {Ticket} that was granted in vain could not be released")]
    private partial void LogNotReleased(Exception exception, string ticket);
}
