namespace StreamGate.Benchmarks.Running;

/// <summary>What a benchmark found.</summary>
/// <param name="Limit">One sentence: what keeps the figure from being better.</param>
/// <param name="Notes">What a reader must know about how it was measured.</param>
internal sealed record Report(
    string Title,
    IReadOnlyList<Column> Columns,
    IReadOnlyList<Row> Rows,
    IReadOnlyList<Verdict> Verdicts,
    string Limit,
    IReadOnlyList<string> Notes);
