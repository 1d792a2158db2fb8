namespace StreamGate.Data.Queries;

/// <summary>Reads the feed that external edges poll.</summary>
public interface IRevocationQueries
{
    /// <summary>Revocations and deactivations that stand now and happened at or after <paramref name="since"/>, oldest first.</summary>
    Task<RevocationFeed> SinceAsync(DateTimeOffset since, CancellationToken cancel);
}
