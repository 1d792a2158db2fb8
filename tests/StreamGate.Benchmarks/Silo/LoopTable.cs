using StreamGate.Benchmarks.Measuring;

namespace StreamGate.Benchmarks.Silo;

/// <summary>The table of benchmarks that are closed loops.</summary>
internal static class LoopTable
{
    public static readonly Column[] Columns =
    [
        new("operationsPerSecond", "ops/s", "N0"), new("ratio", "vs baseline", "N2"), new("p50", "P50 ms", "N2"), new("p99", "P99 ms", "N2"), new("writes", "writes/op", "N2"),
    ];

    public static Row Row(string subject, List<LoopResult> own, List<LoopResult> baseline, double writes) => new(subject, new Dictionary<string, double>
    {
        ["operationsPerSecond"] = own.Select(result => result.PerSecond).Median(),
        ["ratio"] = own.Zip(baseline, (mine, theirs) => mine.PerSecond / theirs.PerSecond).Median(),
        ["p50"] = own.Select(result => result.P50).Median(),
        ["p99"] = own.Select(result => result.P99).Median(),
        ["writes"] = writes,
    });
}
