using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Liveness;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Endpoints.Events;

/// <summary>What waiting rooms poll. It takes no lease and is not rate-limited.</summary>
public static class EventEndpoints
{
    private static readonly ApiProblem NotFound = ApiProblem.Of(StatusCodes.Status404NotFound);

    public static void MapEvents(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/events").WithTags("Viewers").AddEndpointFilter<NoStoreFilter>().WithErrors(503)
            .MapGet("/{id}/status", StatusAsync)
            .WithSummary("Where the event stands, for somebody who has a code of it (revoked or not).")
            .WithErrors(401, 404);

    private static async Task<Results<Ok<EventStatusResponse>, ApiProblem>> StatusAsync(
        string id, string? code, HttpContext context, IGrainFactory grains, ITicketQueries tickets, IEventQueries events, IStreamProbe streams, TimeProvider clock)
    {
        if (!EventId.TryParse(id, out var eventId))
        {
            return NotFound;
        }

        if (!TicketCode.TryParse(code?.Trim(), out var ticketCode)
            || await tickets.FindByCodeAsync(ticketCode, context.RequestAborted) is not { } ticket
            || ticket.Event != eventId)
        {
            return await events.ExistsAsync(eventId, context.RequestAborted) ? ViewerErrors.UnknownCode : NotFound;
        }

        // Whoever has no code of the event must not bring a grain to life: there are as many as ids that can be thought up.
        RequestTrace.NoteTicket(context, ticketCode.Key);
        if (await grains.GetGrain<IEventGrain>(eventId.GrainKey).Get() is not { } shown)
        {
            return NotFound;
        }

        var sighting = await streams.ProbeAsync(eventId.Value, context.RequestAborted);
        var phase = EventPhase.Of(shown.Details, clock.GetUtcNow(), sighting);
        return TypedResults.Ok(new EventStatusResponse(eventId.ToString(), phase, shown.Details.StartsAt, shown.Details.EndsAt));
    }
}
