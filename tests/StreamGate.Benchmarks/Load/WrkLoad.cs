using System.Diagnostics;
using StreamGate.Benchmarks.Processes;

namespace StreamGate.Benchmarks.Load;

/// <summary><c>wrk -t2 -c64</c>.</summary>
internal sealed class WrkLoad : ILoadGenerator
{
    public string Name => "wrk -t2 -c64";

    public async Task<LoadResult> RunAsync(LoadTarget target, int seconds, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var requests = folder.At("requests");
        await File.WriteAllLinesAsync(requests, target.Requests.Select(request => $"{request.Path} {request.Token}"), cancel);

        var script = Path.Combine(AppContext.BaseDirectory, "Load", "rotate.lua");
        var program = new ProcessStartInfo("wrk", ["-t2", "-c64", "--timeout", "10s", "-d", $"{seconds}s", "-s", script, target.Address.ToString(), "--", requests])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var wrk = Process.Start(program) ?? throw new InvalidOperationException("wrk did not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync(cancel);
        await wrk.WaitForExitAsync(cancel);
        return Read(output);
    }

    private static LoadResult Read(string output)
    {
        var line = output.Split('\n').LastOrDefault(candidate => candidate.StartsWith("figures ", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk told no figures:\n{output}");
        var figures = line.Split(' ').Skip(1).Select(figure => long.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return new LoadResult(figures[0], figures[1] / 1e6, figures[2], figures[3], figures[4] / 1e3, figures[5] / 1e3);
    }
}
