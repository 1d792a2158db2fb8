using StreamGate.Benchmarks.Measuring;
using StreamGate.Benchmarks.Processes;
using StreamGate.Benchmarks.Segments;

namespace StreamGate.Benchmarks.Start;

/// <summary>From the start of the process to /health/ready: on an empty folder, and again on that folder after a kill.</summary>
internal sealed class StartBenchmark : IBenchmark
{
    private const double BarInSeconds = 5;

    public string Name => "start";

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        var (bare, first, later) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < options.Rounds; round++)
        {
            RunOptions.Progress($"round {round + 1} of {options.Rounds}");
            using var data = new TemporaryFolder();
            bare.Add(await TimeAsync(Programs.StartChildAsync(UncheckedServer.ReadyPath, cancel, UncheckedServer.ChildName, data.Path)));
            first.Add(await TimeAsync(Programs.StartGatewayAsync(data.Path, cancel)));
            later.Add(await TimeAsync(Programs.StartGatewayAsync(data.Path, cancel)));
        }

        Row RowOf(string subject, List<double> times) => new(subject, new Dictionary<string, double>
        {
            ["median"] = times.Median(),
            ["worst"] = times.Max(),
            ["ratio"] = times.Median() / bare.Median(),
        });
        return new Report(
            $"seconds from the start of the process to ready, {options.Rounds} times",
            [new("median", "median s", "N2"), new("worst", "worst s", "N2"), new("ratio", "vs bare Kestrel", "N1")],
            [RowOf("bare Kestrel (unchecked server)", bare), RowOf("first run, empty folder", first), RowOf("later run, after SIGKILL", later)],
            [Verdict.AtMost("first run", first.Median(), BarInSeconds, " s"), Verdict.AtMost("later run", later.Median(), BarInSeconds, " s")],
            "compiling code: Orleans, EF's model and ASP.NET run for the first time in each process; a first run also hashes a password and writes the demo.",
            []);
    }

    private static async Task<double> TimeAsync(Task<Server> starting)
    {
        await using var server = await starting;
        return server.ReadyAfter.TotalSeconds;
    }
}
