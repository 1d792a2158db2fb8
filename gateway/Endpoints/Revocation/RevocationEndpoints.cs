using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Revocation;

/// <summary>The feed that external edges poll.</summary>
public static class RevocationEndpoints
{
    /// <summary>
    /// How far the next poll reaches back. A revocation carries the instant of its decision and shows in the feed once it is written:
    /// an edge that asked in between must not miss it, however long the sessions and the disk took. Hearing of one twice does no harm.
    /// </summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(90);

    public static void MapRevocations(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api/revocations").WithTags("Media").AddEndpointFilter<InternalKeyFilter>().AddEndpointFilter<NoStoreFilter>()
            .WithCredential(SecuritySchemes.InternalApiKey).WithErrors(400, 401)
            .MapGet("", SinceAsync)
            .WithSummary("Revoked codes and events that are off, since a time. Needs X-Internal-Api-Key.");

    private static async Task<Ok<RevocationFeedResponse>> SinceAsync(string? since, IRevocationQueries revocations, TimeProvider clock, CancellationToken cancel)
    {
        if (!IsoTime.TryParse(since, out var from))
        {
            throw new RequestFault("since", IsoTime.Expected);
        }

        var serverTime = clock.GetUtcNow();
        var feed = await revocations.SinceAsync(from, cancel);
        return TypedResults.Ok(new RevocationFeedResponse(
            [.. feed.Revocations.Select(entry => new RevocationFeedResponse.Revocation(entry.Code.Reveal(), entry.RevokedAt))],
            [.. feed.EventDeactivations.Select(Shown)],
            feed.CompleteUntil ?? serverTime - Overlap));
    }

    private static RevocationFeedResponse.EventDeactivation Shown(RevocationFeed.EventDeactivation entry) =>
        new(entry.Event.ToString(), entry.DeactivatedAt, [.. entry.TokenCodes.Select(code => code.Reveal())]);
}
