using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>Revokes a ticket and takes a revocation back.</summary>
public sealed class RevocationHandlers(IGrainFactory grains, ITicketQueries tickets)
{
    private static readonly ApiProblem NotFound = new(StatusCodes.Status404NotFound, "Ticket not found");

    public static Task<Results<Ok<DataAnswer<AdminTicket>>, ApiProblem>> RevokeAsync(string id, HttpContext context, RevocationHandlers handlers) =>
        handlers.ChangeAsync(id, context, "The ticket was revoked.", (grain, caller) => grain.Revoke(caller));

    public static Task<Results<Ok<DataAnswer<AdminTicket>>, ApiProblem>> UnrevokeAsync(string id, HttpContext context, RevocationHandlers handlers) =>
        handlers.ChangeAsync(id, context, "The ticket's revocation was taken back.", (grain, caller) => grain.Unrevoke(caller));

    private IAccessTokenGrain Grain(TicketListing ticket) => grains.GetGrain<IAccessTokenGrain>(ticket.Code.Key.GrainKey);

    private async Task<Results<Ok<DataAnswer<AdminTicket>>, ApiProblem>> ChangeAsync(
        string id, HttpContext context, string written, Func<IAccessTokenGrain, Caller, Task<RevocationResult>> change)
    {
        if (!TicketId.TryParse(id, out var ticketId) || await tickets.FindAsync(ticketId, context.RequestAborted) is not { } ticket)
        {
            return NotFound;
        }

        RequestTrace.NoteTicket(context, ticket.Code.Key);
        return await change(Grain(ticket), Caller.Admin(ClientAddress.Of(context))) switch
        {
            RevocationResult.Done => TypedResults.Ok(new DataAnswer<AdminTicket>(AdminTicket.Of(await tickets.FindAsync(ticketId, context.RequestAborted) ?? ticket))),
            RevocationResult.Expired => new ApiProblem(StatusCodes.Status409Conflict, "This ticket has expired and stays revoked."),
            RevocationResult.Unconfirmed unconfirmed => ApiProblem.Unconfirmed(written, unconfirmed.Silos),
            _ => NotFound,
        };
    }
}
