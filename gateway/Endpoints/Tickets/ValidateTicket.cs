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
public sealed class ValidateTicket(
    IGrainFactory grains,
    IPlaybackTokens tokens,
    IStreamProbe streams,
    Audit audit,
    TimeProvider clock,
    IOptionsMonitor<HttpOptions> http)
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
            RedeemResult.Granted granted => TypedResults.Ok(await LetInAsync(code, granted, context)),
            RedeemResult.Revoked => ViewerErrors.Revoked,
            RedeemResult.EventOff => ViewerErrors.EventOff,
            RedeemResult.Expired expired => ViewerErrors.Expired(expired.AccessEndedAt),
            RedeemResult.InUse => ViewerErrors.InUse,
            _ => ViewerErrors.UnknownCode,
        };
    }

    private async Task<ValidateResponse> LetInAsync(TicketCode code, RedeemResult.Granted granted, HttpContext context)
    {
        var id = granted.Event.Id;
        var details = granted.Event.Details;
        var token = tokens.Mint(code, id, granted.Session);
        var issued = audit.OfViewer(context, AuditActions.TokenIssued) with { Event = id, Ticket = code.Key, Session = granted.Session };
        var written = audit.WriteAsync(issued);
        var sighting = await streams.ProbeAsync(id.Value, context.RequestAborted);
        await written;

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
}
