namespace StreamGate.Benchmarks.Load;

/// <summary>What a load generator saw.</summary>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
internal sealed record LoadResult(long Requests, double Seconds, long Bytes, long Failures, double P50, double P99)
{
    public double PerSecond => Requests / Seconds;

    public double MegabytesPerSecond => Bytes / Seconds / 1e6;
}
