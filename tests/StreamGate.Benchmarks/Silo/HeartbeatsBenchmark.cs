using StreamGate.Benchmarks.Measuring;
using StreamGate.Contracts.Playback;

namespace StreamGate.Benchmarks.Silo;

/// <summary>Heartbeats of many sessions through their grains, against empty grain calls.</summary>
internal sealed class HeartbeatsBenchmark : IBenchmark
{
    private const int Sessions = 5_000;

    public string Name => "heartbeats";

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        await using var silo = await EmbeddedSilo.StartAsync();
        var claims = await GatherAsync(silo);
        var empty = Enumerable.Range(0, Sessions).Select(i => silo.Grains.GetGrain<IEmptyGrain>($"empty_{i}")).ToArray();

        Task Beat(int worker, int i) => silo.HeartbeatAsync(claims[Index(worker, i)]);
        Task Call(int worker, int i) => empty[Index(worker, i)].Answer();
        await ClosedLoop.ForAsync(options.Duration, Beat);
        await ClosedLoop.ForAsync(options.Duration, Call);

        var beats = new List<LoopResult>();
        var calls = new List<LoopResult>();
        long writes = 0;
        for (var round = 0; round < options.Rounds; round++)
        {
            RunOptions.Progress($"round {round + 1} of {options.Rounds}");
            calls.Add(await ClosedLoop.ForAsync(options.Duration, Call));
            using var counter = new WriteCounter();
            beats.Add(await ClosedLoop.ForAsync(options.Duration, Beat));
            writes += counter.Writes;
        }

        var writesEach = (double)writes / beats.Sum(result => result.Operations);
        return new Report(
            $"heartbeats of {Sessions:N0} sessions through their grains, {ClosedLoop.Concurrency} at a time, one in-process silo",
            LoopTable.Columns,
            [LoopTable.Row("empty grain call", calls, calls, 0), LoopTable.Row("heartbeat (two calls)", beats, calls, writesEach)],
            [Verdict.AtMost("database writes per heartbeat", writesEach, 0)],
            "Orleans' messages: a heartbeat is a call to the session and one from there to its ticket, so half of an empty call's rate is as good as it gets.",
            []);
    }

    private static async Task<SessionClaims[]> GatherAsync(EmbeddedSilo silo)
    {
        var id = await silo.AddEventAsync();
        var codes = await silo.IssueAsync(id, Sessions);
        var claims = new SessionClaims[Sessions];
        await ClosedLoop.EachAsync(Sessions, async i => claims[i] = await silo.RedeemAsync(id, codes[i]));
        return claims;
    }

    private static int Index(int worker, int i) => (worker * (Sessions / ClosedLoop.Concurrency) + i) % Sessions;
}
