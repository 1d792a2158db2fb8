using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>POST /api/admin/tokens/bulk-revoke. One ticket that can't be revoked keeps none of the others from it.</summary>
public sealed partial class BulkRevocation(IGrainFactory grains, ITicketQueries tickets, ILogger<BulkRevocation> logger)
{
    private const int MostAtOnce = 1_000;
    private const int SideBySide = 16;

    /// <param name="TokenIds">1–1,000 ticket ids.</param>
    public sealed record BulkRequest(IReadOnlyList<string?>? TokenIds);

    /// <param name="Revoked">Tickets that are revoked now.</param>
    /// <param name="NotFound">Ids that no ticket has.</param>
    public sealed record BulkAnswer(int Revoked, IReadOnlyList<string> NotFound);

    public static async Task<Results<Ok<DataAnswer<BulkAnswer>>, ApiProblem>> HandleAsync(Body<BulkRequest> body, HttpContext context, BulkRevocation handler)
    {
        var ids = IdsOf(body.Value);
        var found = await handler.Tickets.FindManyAsync(ids, context.RequestAborted);
        var results = await handler.RevokeAsync(found, Caller.Admin(ClientAddress.Of(context)));
        var tally = new BulkTally(ids, found, results);
        return tally.IsComplete ? TypedResults.Ok(new DataAnswer<BulkAnswer>(new BulkAnswer(tally.Revoked.Count, tally.NotFound))) : tally.Problem;
    }

    private ITicketQueries Tickets => tickets;

    // Not cancelled when the admin's browser goes away: what was asked for is carried out.
    private async Task<RevocationResult?[]> RevokeAsync(ImmutableArray<TicketListing> found, Caller caller)
    {
        var results = new RevocationResult?[found.Length];
        await Parallel.ForAsync(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (index, _) =>
            results[index] = await TryRevokeAsync(found[index], caller));
        return results;
    }

    private async Task<RevocationResult?> TryRevokeAsync(TicketListing ticket, Caller caller)
    {
        try
        {
            return await grains.GetGrain<IAccessTokenGrain>(ticket.Code.Key.GrainKey).Revoke(caller);
        }
        catch (Exception e)
        {
            LogFailed(e, ticket.Code.Key.Short);
            return null;
        }
    }

    private static ImmutableArray<TicketId> IdsOf(BulkRequest request)
    {
        if (request.TokenIds is not { Count: >= 1 and <= MostAtOnce } texts)
        {
            throw new RequestFault("tokenIds", "must be 1 to 1000 ticket ids");
        }

        return [.. texts.Select((text, index) => TicketId.TryParse(text, out var id) ? id : throw new RequestFault($"tokenIds[{index}]", "is not a ticket's id")).Distinct()];
    }

    [LoggerMessage(LogLevel.Warning, "Ticket {Ticket} could not be revoked with the others")]
    private partial void LogFailed(Exception exception, string ticket);
}
