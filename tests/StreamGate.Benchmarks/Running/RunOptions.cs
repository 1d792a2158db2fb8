namespace StreamGate.Benchmarks.Running;

/// <summary>How long and how often is measured.</summary>
/// <param name="Seconds">Length of one measurement.</param>
/// <param name="Rounds">Measurements of each candidate, interleaved with those of the others.</param>
internal sealed record RunOptions(int Seconds, int Rounds)
{
    public TimeSpan Duration => TimeSpan.FromSeconds(Seconds);

    /// <summary>Says what is going on, on standard error, so that standard output holds the tables only.</summary>
    public static void Progress(string what) => Console.Error.WriteLine($"  … {what}");
}
