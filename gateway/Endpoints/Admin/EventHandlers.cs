using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>What admins do to events. The event's grain decides; here is only parsed and worded.</summary>
public sealed class EventHandlers(IGrainFactory grains, IEventQueries events, TimeProvider clock)
{
    public const string ConfirmHeader = "X-Confirm-Delete";

    private static readonly ApiProblem NotFound = new(StatusCodes.Status404NotFound, "Event not found");

    public static async Task<Ok<ListAnswer<AdminEvent>>> ListAsync(HttpContext context, IEventQueries events)
    {
        var (page, limit) = PageQuery.Of(context.Request);
        var found = await events.PageAsync(EventAdministration.FilterOf(context.Request), page, limit, context.RequestAborted);
        return TypedResults.Ok(ListAnswer<AdminEvent>.Of(found, AdminEvent.Of));
    }

    public static async Task<Results<Ok<DataAnswer<AdminEvent>>, ApiProblem>> ReadAsync(string id, HttpContext context, IEventQueries events) =>
        EventId.TryParse(id, out var eventId) && await events.FindAsync(eventId, context.RequestAborted) is { } found
            ? TypedResults.Ok(new DataAnswer<AdminEvent>(AdminEvent.Of(found)))
            : NotFound;

    public static async Task<Results<Created<DataAnswer<AdminEvent>>, ApiProblem>> CreateAsync(Body<EventInput> body, HttpContext context, EventHandlers handlers)
    {
        var id = EventId.New(handlers.Clock);
        return await handlers.Grain(id).Create(body.Value.ToDetails(), CallerOf(context)) switch
        {
            EventResult.Saved saved => TypedResults.Created($"/api/admin/events/{id}", new DataAnswer<AdminEvent>(AdminEvent.Of(saved.Event, TicketTally.None))),
            var other => ProblemOf(other),
        };
    }

    public static async Task<Results<Ok<DataAnswer<AdminEvent>>, ApiProblem>> UpdateAsync(string id, Body<EventInput> body, HttpContext context, EventHandlers handlers) =>
        EventId.TryParse(id, out var eventId)
            ? await handlers.ShowAsync(await handlers.Grain(eventId).Update(body.Value.ToDetails(), CallerOf(context)), context)
            : NotFound;

    public static async Task<Results<NoContent, ApiProblem>> DeleteAsync(string id, HttpContext context, EventHandlers handlers)
    {
        if (!EventId.TryParse(id, out var eventId))
        {
            return NotFound;
        }

        var confirmed = context.Request.Headers[ConfirmHeader].ToString();
        if (confirmed.Length == 0)
        {
            return ApiProblem.Invalid(ConfirmHeader, "is required and must be the event's title");
        }

        return await handlers.DeleteAsync(eventId, confirmed, CallerOf(context)) switch
        {
            DeleteEventResult.Deleted => TypedResults.NoContent(),
            DeleteEventResult.TitleMismatch => ApiProblem.Invalid(ConfirmHeader, "must be the event's title"),
            DeleteEventResult.Unconfirmed unconfirmed => ApiProblem.Unconfirmed("The event was deleted.", unconfirmed.Silos),
            _ => NotFound,
        };
    }

    public async Task<Results<Ok<DataAnswer<AdminEvent>>, ApiProblem>> SetActiveAsync(string id, bool active, HttpContext context) =>
        EventId.TryParse(id, out var eventId) ? await ShowAsync(await Grain(eventId).SetActive(active, CallerOf(context)), context) : NotFound;

    public async Task<Results<Ok<DataAnswer<AdminEvent>>, ApiProblem>> SetArchivedAsync(string id, bool archived, HttpContext context) =>
        EventId.TryParse(id, out var eventId) ? await ShowAsync(await Grain(eventId).SetArchived(archived, CallerOf(context)), context) : NotFound;

    private TimeProvider Clock => clock;

    private IEventGrain Grain(EventId id) => grains.GetGrain<IEventGrain>(id.GrainKey);

    private static Caller CallerOf(HttpContext context) => Caller.Admin(ClientAddress.Of(context));

    // The title may be sent as it is or percent-encoded, and a title may itself look percent-encoded: the plain reading goes first.
    private async Task<DeleteEventResult> DeleteAsync(EventId id, string confirmed, Caller caller)
    {
        var result = await Grain(id).Delete(confirmed, caller);
        var decoded = Uri.UnescapeDataString(confirmed);
        return result is DeleteEventResult.TitleMismatch && decoded != confirmed ? await Grain(id).Delete(decoded, caller) : result;
    }

    private async Task<Results<Ok<DataAnswer<AdminEvent>>, ApiProblem>> ShowAsync(EventResult result, HttpContext context)
    {
        if (result is not EventResult.Saved saved)
        {
            return ProblemOf(result);
        }

        var listing = await events.FindAsync(saved.Event.Id, context.RequestAborted);
        return TypedResults.Ok(new DataAnswer<AdminEvent>(AdminEvent.Of(saved.Event, listing is null ? TicketTally.None : TicketTally.Of(listing.Tickets))));
    }

    private static ApiProblem ProblemOf(EventResult result) => result switch
    {
        EventResult.Invalid invalid => ApiProblem.Invalid(invalid.Field, invalid.Reason),
        EventResult.Unconfirmed unconfirmed => ApiProblem.Unconfirmed("The event was changed.", unconfirmed.Silos),
        _ => NotFound,
    };
}
