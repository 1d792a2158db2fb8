using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>GET /api/admin/events/{id}/tokens/export: streamed, however many tickets there are.</summary>
public static class TicketExport
{
    private static readonly ApiProblem EventNotFound = new(StatusCodes.Status404NotFound, "Event not found");

    public static async Task<Results<PushStreamHttpResult, ApiProblem>> HandleAsync(string id, HttpContext context, IEventQueries events, ITicketQueries tickets, Audit audit)
    {
        if (!EventId.TryParse(id, out var eventId) || await events.FindAsync(eventId, context.RequestAborted) is not { } found)
        {
            return EventNotFound;
        }

        await audit.WriteAsync(audit.OfAdmin(context, AuditActions.TicketsExported) with { Event = eventId });
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{found.Event.Details.Title} tickets.csv");
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Stream(
            output => TicketCsv.WriteAsync(output, tickets.ExportAsync(eventId, context.RequestAborted), context.RequestAborted),
            "text/csv; charset=utf-8");
    }
}
