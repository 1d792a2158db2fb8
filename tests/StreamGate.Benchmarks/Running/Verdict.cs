namespace StreamGate.Benchmarks.Running;

/// <summary>A figure against its bar.</summary>
/// <param name="Met">Whether it is on the right side.</param>
internal sealed record Verdict(string What, double Measured, double Bar, bool Met, string Unit)
{
    public static Verdict AtLeast(string what, double measured, double bar, string unit = "") => new(what, measured, bar, measured >= bar, unit);

    public static Verdict AtMost(string what, double measured, double bar, string unit = "") => new(what, measured, bar, measured <= bar, unit);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Met ? "PASS" : "MISS")}  {What}: {Measured:#,0.###}{Unit}, bar {Bar:#,0.###}{Unit}");
}
