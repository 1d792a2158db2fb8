namespace StreamGate.Benchmarks.Load;

/// <summary>One request of a load generator.</summary>
/// <param name="Path">With its query.</param>
/// <param name="Token">Goes as Bearer; null for none.</param>
internal sealed record LoadRequest(string Path, string? Token);
