using StreamGate.Contracts.Ids;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>The routes of tickets, under their event and on their own.</summary>
public static class TicketAdministration
{
    private const int LongestSearch = 100;

    public static void MapTicketAdministration(this IEndpointRouteBuilder admin)
    {
        var ofEvent = admin.MapGroup("/events/{id}/tokens").WithErrors(404);
        ofEvent.MapGet("", TicketHandlers.ListOfEventAsync).WithSummary("An event's tickets: status, search, page, limit.").WithErrors(400);
        ofEvent.MapPost("/generate", TicketHandlers.GenerateAsync).WithSummary("Issue 1 to 500 tickets, with an optional label.").WithErrors(400, 413, 415);
        ofEvent.MapGet("/export", TicketExport.HandleAsync).WithSummary("All of an event's tickets as CSV.").Produces(200, contentType: "text/csv");

        var tickets = admin.MapGroup("/tokens").WithErrors(400);
        tickets.MapGet("", TicketHandlers.ListAsync).WithSummary("Tickets: eventId, status, search, page, limit.");
        tickets.MapPatch("/{id}/revoke", RevocationHandlers.RevokeAsync).WithSummary("Revoke a ticket, at once.").WithErrors(404);
        tickets.MapPatch("/{id}/unrevoke", RevocationHandlers.UnrevokeAsync).WithSummary("Take a revocation back, unless the ticket has expired.").WithErrors(404, 409);
        tickets.MapPost("/bulk-revoke", BulkRevocation.HandleAsync).WithSummary("Revoke 1 to 1,000 tickets, at once.").WithErrors(413, 415);
    }

    /// <summary>What the query asks for; a 400 names the parameter at fault.</summary>
    public static TicketFilter FilterOf(HttpRequest request, EventId? id)
    {
        var search = (string?)request.Query["search"];
        return search?.Length > LongestSearch
            ? throw new RequestFault("search", "must be at most 100 characters")
            : new TicketFilter(id, request.Choice("status", null, TicketStatusWords.Filters), string.IsNullOrWhiteSpace(search) ? null : search.Trim());
    }
}
