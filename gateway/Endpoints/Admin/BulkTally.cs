using System.Collections.Immutable;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>What became of each ticket of a bulk revocation.</summary>
public sealed class BulkTally
{
    private readonly List<string> _silos;

    /// <param name="asked">The ids that were asked for.</param>
    /// <param name="found">The tickets among them that exist.</param>
    /// <param name="results">What became of each of <paramref name="found"/>; null where asking it failed.</param>
    public BulkTally(ImmutableArray<TicketId> asked, ImmutableArray<TicketListing> found, IReadOnlyList<RevocationResult?> results)
    {
        Revoked = Where(result => result is RevocationResult.Done);
        Unconfirmed = Where(result => result is RevocationResult.Unconfirmed);
        Failed = Where(result => result is not (RevocationResult.Done or RevocationResult.Unconfirmed or RevocationResult.NotFound));
        NotFound = [.. asked.Except(found.Select(ticket => ticket.Id)).Select(id => id.ToString()), .. Where(result => result is RevocationResult.NotFound)];
        _silos = [.. results.OfType<RevocationResult.Unconfirmed>().SelectMany(result => result.Silos).Distinct(StringComparer.Ordinal)];

        List<string> Where(Func<RevocationResult?, bool> wanted) => [.. found.Where((_, index) => wanted(results[index])).Select(ticket => ticket.Id.ToString())];
    }

    /// <summary>Revoked, and every silo goes by it.</summary>
    public IReadOnlyList<string> Revoked { get; }

    /// <summary>Stored as revoked, but not every silo has said that it goes by it.</summary>
    public IReadOnlyList<string> Unconfirmed { get; }

    /// <summary>Whether they are revoked is not known.</summary>
    public IReadOnlyList<string> Failed { get; }

    /// <summary>Ids that no ticket has.</summary>
    public IReadOnlyList<string> NotFound { get; }

    public bool IsComplete => Unconfirmed.Count == 0 && Failed.Count == 0;

    /// <summary>A 503 that says which are revoked and which must be asked for again.</summary>
    public ApiProblem Problem => ApiProblem.Unavailable(
        $"Revoked: {Revoked.Count}. Stored but not confirmed: {Unconfirmed.Count}{Silos}. Failed: {Failed.Count}. Ask again for the ids in unconfirmed and failed.") with
    {
        Members = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["revoked"] = Revoked,
            ["unconfirmed"] = Unconfirmed,
            ["failed"] = Failed,
            ["notFound"] = NotFound,
        },
    };

    private string Silos => _silos.Count == 0 ? "" : $" (by {string.Join(", ", _silos)})";
}
