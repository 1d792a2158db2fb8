namespace StreamGate.Benchmarks.Running;

/// <summary>A line of the table; a figure that is missing was not measured.</summary>
internal sealed record Row(string Subject, IReadOnlyDictionary<string, double> Figures);
