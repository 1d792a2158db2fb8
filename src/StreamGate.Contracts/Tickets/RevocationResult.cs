using System.Collections.Immutable;

namespace StreamGate.Contracts.Tickets;

/// <summary>What became of a revocation or of its taking back.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.revocation-result")]
public abstract record RevocationResult
{
    private RevocationResult()
    {
    }

    /// <summary>Written, and every silo goes by it.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.revocation-result.done")]
    public sealed record Done([property: Id(0)] DateTimeOffset? RevokedAt) : RevocationResult;

    [GenerateSerializer, Immutable, Alias("streamgate.revocation-result.not-found")]
    public sealed record NotFound : RevocationResult;

    /// <summary>An expired ticket stays revoked.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.revocation-result.expired")]
    public sealed record Expired([property: Id(0)] DateTimeOffset AccessEndedAt) : RevocationResult;

    /// <summary>Written, but these silos did not confirm in time that they go by it.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.revocation-result.unconfirmed")]
    public sealed record Unconfirmed([property: Id(0)] ImmutableArray<string> Silos) : RevocationResult;
}
