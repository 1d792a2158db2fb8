using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>Revokes tickets and takes revocations back.</summary>
public sealed class RevocationHandlers(IGrainFactory grains, ITicketQueries tickets)
{
    private const int MostAtOnce = 1_000;
    private const int SideBySide = 16;

    private static readonly ApiProblem NotFound = new(StatusCodes.Status404NotFound, "Ticket not found");

    /// <param name="TokenIds">1–1,000 ticket ids.</param>
    public sealed record BulkRequest(IReadOnlyList<string?>? TokenIds);

    /// <param name="Revoked">Tickets that are revoked now.</param>
    /// <param name="NotFound">Ids that no ticket has.</param>
    public sealed record BulkAnswer(int Revoked, IReadOnlyList<string> NotFound);

    public static Task<Results<Ok<DataAnswer<AdminTicket>>, ApiProblem>> RevokeAsync(string id, HttpContext context, RevocationHandlers handlers) =>
        handlers.ChangeAsync(id, context, "The ticket was revoked.", (grain, caller) => grain.Revoke(caller));

    public static Task<Results<Ok<DataAnswer<AdminTicket>>, ApiProblem>> UnrevokeAsync(string id, HttpContext context, RevocationHandlers handlers) =>
        handlers.ChangeAsync(id, context, "The ticket's revocation was taken back.", (grain, caller) => grain.Unrevoke(caller));

    public static async Task<Results<Ok<DataAnswer<BulkAnswer>>, ApiProblem>> RevokeManyAsync(Body<BulkRequest> body, HttpContext context, RevocationHandlers handlers)
    {
        var ids = IdsOf(body.Value);
        var found = await handlers.Tickets.FindManyAsync(ids, context.RequestAborted);
        var caller = Caller.Admin(ClientAddress.Of(context));
        var results = new RevocationResult[found.Length];

        // Not cancelled when the admin's browser goes away: what was asked for is carried out.
        await Parallel.ForAsync(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (index, _) =>
            results[index] = await handlers.Grain(found[index]).Revoke(caller));

        var unconfirmed = results.OfType<RevocationResult.Unconfirmed>().SelectMany(result => result.Silos).Distinct(StringComparer.Ordinal).ToList();
        if (unconfirmed.Count > 0)
        {
            return ApiProblem.Unconfirmed($"{found.Length} tickets were revoked.", unconfirmed);
        }

        var missing = ids.Except(found.Select(ticket => ticket.Id)).Select(id => id.ToString()).ToList();
        var revoked = results.Count(result => result is RevocationResult.Done);
        return TypedResults.Ok(new DataAnswer<BulkAnswer>(new BulkAnswer(revoked, missing)));
    }

    private ITicketQueries Tickets => tickets;

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

    private static ImmutableArray<TicketId> IdsOf(BulkRequest request)
    {
        if (request.TokenIds is not { Count: >= 1 and <= MostAtOnce } texts)
        {
            throw new RequestFault("tokenIds", "must be 1 to 1000 ticket ids");
        }

        return [.. texts.Select((text, index) => TicketId.TryParse(text, out var id) ? id : throw new RequestFault($"tokenIds[{index}]", "is not a ticket's id")).Distinct()];
    }
}
