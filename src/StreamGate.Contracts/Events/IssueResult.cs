using System.Collections.Immutable;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Contracts.Events;

/// <summary>What became of a request for tickets.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.issue-result")]
public abstract record IssueResult
{
    private IssueResult()
    {
    }

    /// <summary>All of them, written.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.issue-result.issued")]
    public sealed record Issued([property: Id(0)] ImmutableArray<IssuedTicket> Tickets) : IssueResult;

    [GenerateSerializer, Immutable, Alias("streamgate.issue-result.invalid")]
    public sealed record Invalid([property: Id(0)] string Field, [property: Id(1)] string Reason) : IssueResult;

    [GenerateSerializer, Immutable, Alias("streamgate.issue-result.not-found")]
    public sealed record NotFound : IssueResult;
}
