namespace StreamGate.Benchmarks.Load;

/// <summary>What a load generator asks for, one after the other and round again.</summary>
internal sealed record LoadTarget(Uri Address, IReadOnlyList<LoadRequest> Requests);
