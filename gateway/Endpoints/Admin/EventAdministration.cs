using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>The routes of /api/admin/events.</summary>
public static class EventAdministration
{
    private static readonly Dictionary<string, EventStatusFilter> Statuses = new(StringComparer.Ordinal)
    {
        ["any"] = EventStatusFilter.Any,
        ["active"] = EventStatusFilter.Active,
        ["inactive"] = EventStatusFilter.Inactive,
        ["archived"] = EventStatusFilter.Archived,
        ["all"] = EventStatusFilter.All,
    };

    private static readonly Dictionary<string, EventTimeframe> Timeframes = new(StringComparer.Ordinal)
    {
        ["any"] = EventTimeframe.Any,
        ["upcoming"] = EventTimeframe.Upcoming,
        ["live"] = EventTimeframe.Live,
        ["past"] = EventTimeframe.Past,
    };

    private static readonly Dictionary<string, EventSort> Sorts = new(StringComparer.Ordinal)
    {
        ["-startsAt"] = EventSort.StartsAtDescending,
        ["startsAt"] = EventSort.StartsAtAscending,
        ["-createdAt"] = EventSort.CreatedAtDescending,
        ["title"] = EventSort.TitleAscending,
    };

    public static void MapEventAdministration(this IEndpointRouteBuilder admin)
    {
        var events = admin.MapGroup("/events");
        events.MapGet("", EventHandlers.ListAsync).WithSummary("Events: status, timeframe, sort, page, limit.").WithErrors(400);
        events.MapPost("", EventHandlers.CreateAsync).WithSummary("A new event.").WithErrors(400, 413, 415);

        var one = events.MapGroup("/{id}").WithErrors(404);
        one.MapGet("", EventHandlers.ReadAsync).WithSummary("One event.");
        one.MapPut("", EventHandlers.UpdateAsync).WithSummary("Replace an event's details; tickets' expiry follows.").WithErrors(400, 413, 415);
        one.MapDelete("", EventHandlers.DeleteAsync).WithSummary("Delete an event and its tickets. X-Confirm-Delete must be its title (percent-encoded UTF-8 will do).").WithErrors(400);
        one.MapPatch("/deactivate", (string id, HttpContext context, EventHandlers handlers) => handlers.SetActiveAsync(id, false, context)).WithSummary("Shut viewers out, at once.");
        one.MapPatch("/reactivate", (string id, HttpContext context, EventHandlers handlers) => handlers.SetActiveAsync(id, true, context)).WithSummary("Let viewers in again.");
        one.MapPatch("/archive", (string id, HttpContext context, EventHandlers handlers) => handlers.SetArchivedAsync(id, true, context)).WithSummary("Put the event away; viewers are shut out.");
        one.MapPatch("/unarchive", (string id, HttpContext context, EventHandlers handlers) => handlers.SetArchivedAsync(id, false, context)).WithSummary("Bring the event back.");
    }

    /// <summary>What the query asks for; a 400 names the parameter that is none of its words.</summary>
    public static EventFilter FilterOf(HttpRequest request) => new(
        request.Choice("status", EventStatusFilter.Any, Statuses),
        request.Choice("timeframe", EventTimeframe.Any, Timeframes),
        request.Choice("sort", EventSort.StartsAtDescending, Sorts));
}
