using System.Runtime.InteropServices;

namespace StreamGate.Benchmarks.Running;

/// <summary>Where it was measured, and how quiet it was there.</summary>
internal static class Machine
{
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, load average {Load()}");

    // Linux tells it; elsewhere it stays unknown.
    private static string Load() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
