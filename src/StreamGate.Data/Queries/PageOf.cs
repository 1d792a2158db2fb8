using System.Collections.Immutable;

namespace StreamGate.Data.Queries;

/// <summary>One page of a list, and how many rows the whole list has.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Rows a page holds at the most.</param>
public sealed record PageOf<T>(ImmutableArray<T> Items, int Page, int Limit, int Total);
