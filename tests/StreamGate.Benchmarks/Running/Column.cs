namespace StreamGate.Benchmarks.Running;

/// <summary>A column of figures.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Format">A .NET number format, such as <c>N0</c>.</param>
internal sealed record Column(string Key, string Heading, string Format);
