using System.Security.Cryptography;
using StreamGate.Benchmarks.Load;
using StreamGate.Benchmarks.Measuring;
using StreamGate.Benchmarks.Processes;

namespace StreamGate.Benchmarks.Segments;

/// <summary>Authorised segments through the real gateway, against the same serving with no check and against nginx.</summary>
internal sealed class SegmentsBenchmark : IBenchmark
{
    private const int Viewers = 200;
    private const int WarmUpSeconds = 3; // Until hot code has been compiled a second time.
    private const double UncheckedBar = 0.85;
    private const double NginxBar = 0.8;

    private static readonly (string Name, int Bytes)[] Sizes = [("16 KB", 16 << 10), ("256 KB", 256 << 10), ("1 MB", 1 << 20)];

    private static readonly Column[] Columns =
    [
        new("requestsPerSecond", "req/s", "N0"), new("megabytesPerSecond", "MB/s", "N0"),
        new("ratioToUnchecked", "vs unchecked", "N2"), new("ratioToNginx", "vs nginx", "N2"),
        new("p50", "P50 ms", "N2"), new("p99", "P99 ms", "N2"),
        new("processorPerRequest", "CPU µs/req", "N1"), new("processorRatio", "CPU vs unchecked", "N2"),
    ];

    public string Name => "segments";

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        using var data = new TemporaryFolder();
        using var scratch = new TemporaryFolder();
        await using var gateway = await Programs.StartGatewayAsync(data.Path, cancel);
        await using var audience = await Audience.GatherAsync(gateway, data.Path, Viewers, cancel);
        var streams = data.At("streams");
        await using var unchecked_ = await Programs.StartChildAsync(UncheckedServer.ReadyPath, cancel, UncheckedServer.ChildName, streams);
        await using var nginx = Nginx.Program is { } program ? await Nginx.StartAsync(program, streams, scratch.Path, cancel) : null;

        // Every server gets the same header fields, so that reading them costs all the same.
        var candidates = new List<Candidate>
        {
            new("unchecked Kestrel", unchecked_, path => [.. audience.Tokens.Select(token => new LoadRequest(path, token))]),
            new("StreamGate", gateway, path => [.. audience.Tokens.Select(token => new LoadRequest(path, token))]),
        };
        if (nginx is not null)
        {
            candidates.Add(new("nginx secure_link", nginx, path => [.. audience.Tokens.Select(token => new LoadRequest(Nginx.Sign(path), token))]));
        }

        ILoadGenerator load = Installed.Find("wrk") is null ? new HttpLoad() : new WrkLoad();
        var rows = new List<Row>();
        var verdicts = new List<Verdict>();
        foreach (var (name, bytes) in Sizes)
        {
            var path = $"/streams/{audience.Event}/bench-{bytes}.m4s";
            await PrepareAsync(candidates, data.At("streams", audience.Event), path, bytes, cancel);
            var samples = await MeasureAsync(candidates, load, name, path, options, cancel);
            rows.AddRange(candidates.Select((candidate, i) => RowOf($"{name} {candidate.Name}", samples[i], samples)));
            verdicts.Add(Verdict.AtLeast($"{name} vs unchecked Kestrel", Ratio(samples[1], samples[0], sample => sample.Load.PerSecond), UncheckedBar));
            if (nginx is not null)
            {
                verdicts.Add(Verdict.AtLeast($"{name} vs nginx secure_link", Ratio(samples[1], samples[2], sample => sample.Load.PerSecond), NginxBar));
            }
        }

        return new Report(
            $"authorised segments, {Viewers} viewers, medians of {options.Rounds} interleaved rounds of {options.Seconds} s; ratios are medians of the rounds' ratios",
            Columns,
            rows,
            verdicts,
            "the kernel's copying of bytes into loopback sockets, and the load generator, which shares the processors; at 16 KB Kestrel's parsing and scheduling of a request. The check is a look-up of the token, one of the session and comparisons.",
            [$"load: {load.Name}", nginx is null ? "nginx is not installed, so it was not compared" : "nginx: sendfile, keep-alive, 2 workers"]);
    }

    private static async Task PrepareAsync(List<Candidate> candidates, string folder, string path, int bytes, CancellationToken cancel)
    {
        var file = RandomNumberGenerator.GetBytes(bytes);
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(path)), file, cancel);
        foreach (var candidate in candidates)
        {
            await candidate.ProveAsync(path, file, refusesStrangers: candidate != candidates[0], cancel);
        }
    }

    /// <summary>Samples by candidate and round. Each round begins with another candidate, so that none has the best place.</summary>
    private static async Task<Sample[][]> MeasureAsync(
        List<Candidate> candidates, ILoadGenerator load, string size, string path, RunOptions options, CancellationToken cancel)
    {
        var samples = candidates.Select(_ => new Sample[options.Rounds]).ToArray();
        foreach (var candidate in candidates)
        {
            await candidate.MeasureAsync(load, path, WarmUpSeconds, cancel);
        }

        for (var round = 0; round < options.Rounds; round++)
        {
            RunOptions.Progress($"{size}, round {round + 1} of {options.Rounds}");
            for (var turn = 0; turn < candidates.Count; turn++)
            {
                var i = (turn + round) % candidates.Count;
                samples[i][round] = await candidates[i].MeasureAsync(load, path, options.Seconds, cancel);
            }
        }

        return samples;
    }

    private static Row RowOf(string subject, Sample[] own, Sample[][] all) => new(subject, new Dictionary<string, double>
    {
        ["requestsPerSecond"] = own.Select(sample => sample.Load.PerSecond).Median(),
        ["megabytesPerSecond"] = own.Select(sample => sample.Load.MegabytesPerSecond).Median(),
        ["ratioToUnchecked"] = Ratio(own, all[0], sample => sample.Load.PerSecond),
        ["ratioToNginx"] = all.Length > 2 ? Ratio(own, all[2], sample => sample.Load.PerSecond) : double.NaN,
        ["p50"] = own.Select(sample => sample.Load.P50).Median(),
        ["p99"] = own.Select(sample => sample.Load.P99).Median(),
        ["processorPerRequest"] = own.Select(sample => sample.Processor).Median(),
        ["processorRatio"] = Ratio(own, all[0], sample => sample.Processor),
    });

    private static double Ratio(Sample[] own, Sample[] baseline, Func<Sample, double> figure) =>
        own.Zip(baseline, (mine, theirs) => figure(mine) / figure(theirs)).Median();
}
