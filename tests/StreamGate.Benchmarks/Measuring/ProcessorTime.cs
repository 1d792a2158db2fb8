using System.Diagnostics;

namespace StreamGate.Benchmarks.Measuring;

/// <summary>User and system time that processes have used, in seconds: steadier than throughput on a machine that others use too.</summary>
internal static class ProcessorTime
{
    public static double Of(Process process) => process.HasExited ? 0 : Of([process.Id, .. Children(process.Id)]);

    private static double Of(IEnumerable<int> ids)
    {
        var total = TimeSpan.Zero;
        foreach (var id in ids)
        {
            using var process = Process.GetProcessById(id);
            total += process.TotalProcessorTime;
        }

        return total.TotalSeconds;
    }

    // nginx works in children of the process that was started.
    private static IEnumerable<int> Children(int id)
    {
        var file = $"/proc/{id}/task/{id}/children";
        return File.Exists(file)
            ? File.ReadAllText(file).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture))
            : [];
    }
}
