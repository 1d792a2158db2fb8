namespace StreamGate.Contracts.Tickets;

/// <summary>Whether a session may have a fresh token: the rules of redeeming, then the lease.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.renew-result")]
public abstract record RenewResult
{
    private RenewResult()
    {
    }

    /// <summary>The session holds the lease and was heard from now.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.renewed")]
    public sealed record Renewed : RenewResult;

    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.unknown")]
    public sealed record Unknown : RenewResult;

    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.revoked")]
    public sealed record Revoked : RenewResult;

    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.event-off")]
    public sealed record EventOff : RenewResult;

    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.expired")]
    public sealed record Expired([property: Id(0)] DateTimeOffset AccessEndedAt) : RenewResult;

    /// <summary>No session holds the lease, or this one was not heard from for the timeout.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.not-found")]
    public sealed record NotFound : RenewResult;

    /// <summary>Another session holds the lease.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.renew-result.conflict")]
    public sealed record Conflict : RenewResult;
}
