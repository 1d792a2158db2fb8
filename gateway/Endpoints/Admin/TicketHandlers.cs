using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>Lists and issues tickets.</summary>
public static class TicketHandlers
{
    private static readonly ApiProblem EventNotFound = new(StatusCodes.Status404NotFound, "Event not found");

    /// <param name="Count">1–500.</param>
    /// <param name="Label">At most 100 characters, on each of them.</param>
    public sealed record GenerateRequest(int? Count, string? Label);

    public static async Task<Ok<ListAnswer<AdminTicket>>> ListAsync(HttpContext context, ITicketQueries tickets)
    {
        var asked = (string?)context.Request.Query["eventId"];
        EventId? id = string.IsNullOrEmpty(asked) ? null : EventId.TryParse(asked, out var parsed) ? parsed : throw new RequestFault("eventId", "must be an event's id");
        return TypedResults.Ok(await PageAsync(context, tickets, id));
    }

    public static async Task<Results<Ok<ListAnswer<AdminTicket>>, ApiProblem>> ListOfEventAsync(string id, HttpContext context, ITicketQueries tickets, IEventQueries events) =>
        EventId.TryParse(id, out var eventId) && await events.ExistsAsync(eventId, context.RequestAborted)
            ? TypedResults.Ok(await PageAsync(context, tickets, eventId))
            : EventNotFound;

    public static async Task<Results<Created<DataAnswer<IReadOnlyList<AdminTicket>>>, ApiProblem>> GenerateAsync(
        string id, Body<GenerateRequest> body, HttpContext context, IGrainFactory grains)
    {
        if (!EventId.TryParse(id, out var eventId))
        {
            return EventNotFound;
        }

        var count = body.Value.Count ?? throw new RequestFault("count", "is required");
        var grain = grains.GetGrain<IEventGrain>(eventId.GrainKey);
        switch (await grain.IssueTickets(count, body.Value.Label, Caller.Admin(ClientAddress.Of(context))))
        {
            case IssueResult.Issued issued:
                var title = (await grain.Get())?.Details.Title ?? "";
                IReadOnlyList<AdminTicket> shown = [.. issued.Tickets.Select(ticket => AdminTicket.Of(ticket, eventId, title))];
                return TypedResults.Created($"/api/admin/events/{eventId}/tokens", new DataAnswer<IReadOnlyList<AdminTicket>>(shown));
            case IssueResult.Invalid invalid:
                return ApiProblem.Invalid(invalid.Field, invalid.Reason);
            default:
                return EventNotFound;
        }
    }

    private static async Task<ListAnswer<AdminTicket>> PageAsync(HttpContext context, ITicketQueries tickets, EventId? id)
    {
        var (page, limit) = PageQuery.Of(context.Request);
        var found = await tickets.PageAsync(TicketAdministration.FilterOf(context.Request, id), page, limit, context.RequestAborted);
        return ListAnswer<AdminTicket>.Of(found, AdminTicket.Of);
    }
}
