using System.CommandLine;
using StreamGate.Benchmarks.Admin;
using StreamGate.Benchmarks.Segments;
using StreamGate.Benchmarks.Sessions;
using StreamGate.Benchmarks.Silo;
using StreamGate.Benchmarks.Start;

namespace StreamGate.Benchmarks.Running;

/// <summary>The command line. Exit codes: 0 measured, 1 something is wrong rather than slow, 2 usage.</summary>
internal static class BenchmarkCommand
{
    private static readonly IBenchmark[] All =
    [
        new SegmentsBenchmark(), new HeartbeatsBenchmark(), new RedemptionsBenchmark(), new SessionsBenchmark(), new RaceBenchmark(),
        new ListsBenchmark(), new StartBenchmark(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var names = new Argument<string[]>("benchmarks") { Arity = ArgumentArity.ZeroOrMore, Description = "Which to run; all of them when none is named." };
        names.AcceptOnlyFromAmong([.. All.Select(benchmark => benchmark.Name)]);
        var seconds = new Option<int>("--seconds") { Description = "Length of one measurement.", DefaultValueFactory = _ => 5 };
        var rounds = new Option<int>("--rounds") { Description = "Measurements of each candidate, interleaved; medians are told.", DefaultValueFactory = _ => 5 };
        var json = new Option<string?>("--json") { Description = "A file to write the figures to.", HelpName = "file" };
        var root = new RootCommand("Measures StreamGate against baselines of the same run.") { names, seconds, rounds, json };
        root.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(names) ?? [], new RunOptions(Math.Max(1, parsed.GetValue(seconds)), Math.Max(1, parsed.GetValue(rounds))), parsed.GetValue(json), cancel));

        var command = root.Parse(args);
        var code = await command.InvokeAsync();
        return command.Errors.Count > 0 ? 2 : code;
    }

    private static async Task<int> RunAsync(string[] names, RunOptions options, string? json, CancellationToken cancel)
    {
        var reports = new Dictionary<string, Report>(StringComparer.Ordinal);
        var machine = Machine.Describe();
        Console.WriteLine(machine);
        foreach (var benchmark in All.Where(candidate => names.Length == 0 || names.Contains(candidate.Name, StringComparer.Ordinal)))
        {
            Console.Error.WriteLine(benchmark.Name);
            var report = await benchmark.RunAsync(options, cancel);
            reports[benchmark.Name] = report;
            ReportWriter.Print(benchmark.Name, report, Console.Out);
        }

        Console.WriteLine();
        Console.WriteLine($"Afterwards: {Machine.Describe()}");
        if (json is not null)
        {
            await ReportWriter.SaveAsync(json, options, reports, machine);
        }

        // A bar of speed may be missed on a busy machine; a promise may not.
        return reports.TryGetValue(RaceBenchmark.BenchmarkName, out var race) && race.Verdicts.Any(verdict => !verdict.Met) ? 1 : 0;
    }
}
