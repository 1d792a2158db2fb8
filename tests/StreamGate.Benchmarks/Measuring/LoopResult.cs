namespace StreamGate.Benchmarks.Measuring;

/// <summary>What a closed loop did.</summary>
/// <param name="P50">Milliseconds that half of the operations took at the most.</param>
/// <param name="P99">Milliseconds that 99 of 100 operations took at the most.</param>
internal sealed record LoopResult(int Operations, TimeSpan Elapsed, double P50, double P99)
{
    public double PerSecond => Operations / Elapsed.TotalSeconds;
}
