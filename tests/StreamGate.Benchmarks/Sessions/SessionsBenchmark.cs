using System.Diagnostics;
using System.Text.Json;
using StreamGate.Benchmarks.Processes;

namespace StreamGate.Benchmarks.Sessions;

/// <summary>What 100,000 live sessions cost one process in memory.</summary>
internal sealed class SessionsBenchmark : IBenchmark
{
    private const int Sessions = 100_000;
    private const double BarInBytes = 8 * 1024;

    private static readonly string[] Parts = ["ticket grain with its lease", "session grain", "verified token, remembered"];

    public string Name => "sessions";

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        var samples = await MeasureAsync(cancel);
        var empty = Difference(samples[^2], samples[^1]);
        var rows = Parts.Select((part, i) => RowOf(part, Difference(samples[i], samples[i + 1]), empty)).ToList();
        var whole = Difference(samples[0], samples[Parts.Length]);
        rows.Add(RowOf("a live session, all of it", whole, empty));
        rows.Add(RowOf("an empty grain", empty, empty));
        return new Report(
            $"memory of {Sessions:N0} live sessions in one process, server GC, after full collections",
            [new("workingSet", "working set B", "N0"), new("ratio", "vs empty grain", "N2"), new("managed", "objects B", "N0")],
            rows,
            [Verdict.AtMost("working set per live session", whole.WorkingSet, BarInBytes, " B")],
            "two activations: what Orleans keeps for any grain (its context, its key, its directory entry) is most of what each of ours takes.",
            [
                "in a process of its own; each part is the difference that 100,000 of it made, after 5,000 for warming up",
                "a gateway remembers at most 100,000 tokens in two halves, of which one has just begun anew here: about half of the tokens are held, at twice the figure each",
            ]);
    }

    private static async Task<MemorySample[]> MeasureAsync(CancellationToken cancel)
    {
        var program = Programs.Child(SessionMemory.ChildName, Sessions.ToString(CultureInfo.InvariantCulture));
        program.UseShellExecute = false;
        program.RedirectStandardOutput = true;
        using var child = Process.Start(program) ?? throw new InvalidOperationException("The child did not start.");
        var output = await child.StandardOutput.ReadToEndAsync(cancel);
        await child.WaitForExitAsync(cancel);
        var line = output.Split('\n').FirstOrDefault(candidate => candidate.StartsWith(SessionMemory.Marker, StringComparison.Ordinal));
        return child.ExitCode == 0 && line is not null
            ? JsonSerializer.Deserialize<MemorySample[]>(line[SessionMemory.Marker.Length..])!
            : throw new InvalidOperationException($"The child ended with {child.ExitCode}: {output}");
    }

    private static (double WorkingSet, double Managed) Difference(MemorySample before, MemorySample after) =>
        ((after.WorkingSet - before.WorkingSet) / (double)Sessions, (after.Managed - before.Managed) / (double)Sessions);

    private static Row RowOf(string subject, (double WorkingSet, double Managed) each, (double WorkingSet, double Managed) empty) =>
        new(subject, new Dictionary<string, double>
        {
            ["workingSet"] = each.WorkingSet,
            ["ratio"] = each.WorkingSet / empty.WorkingSet,
            ["managed"] = each.Managed,
        });
}
