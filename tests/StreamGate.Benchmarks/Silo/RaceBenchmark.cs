using Microsoft.Extensions.DependencyInjection;
using StreamGate.Benchmarks.Measuring;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Gateway.Playback;

namespace StreamGate.Benchmarks.Silo;

/// <summary>Two devices redeem one ticket at the same moment, again and again: exactly one may win.</summary>
internal sealed class RaceBenchmark : IBenchmark
{
    public const string BenchmarkName = "race";

    private const int Races = 1_000;

    public string Name => BenchmarkName;

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        await using var silo = await EmbeddedSilo.StartAsync();
        var id = await silo.AddEventAsync();
        var codes = await silo.IssueAsync(id, Races);
        var winners = new int[3];
        var served = 0;
        var late = 0;
        foreach (var code in codes)
        {
            var results = await RunAsync(silo, code, devices: 2);
            var granted = results.OfType<RedeemResult.Granted>().ToArray();
            winners[granted.Length]++;
            served += granted.Length == 1 && await IsServedAsync(silo, new SessionClaims(code.Key, id, granted[0].Session)) ? 1 : 0;
            late += (await RunAsync(silo, code, devices: 1))[0] is RedeemResult.InUse ? 1 : 0;
        }

        Row RowOf(string subject, int count) => new(subject, new Dictionary<string, double> { ["count"] = count, ["ratio"] = count / (double)Races });
        return new Report(
            $"a second device races the first for one ticket, {Races:N0} times",
            [new("count", "races", "N0"), new("ratio", "of all", "N3")],
            [
                RowOf("nobody won", winners[0]), RowOf("exactly one won", winners[1]), RowOf("both won", winners[2]),
                RowOf("the winner was served", served), RowOf("a third device was refused", late),
            ],
            [
                Verdict.AtLeast("exactly one won", winners[1], Races), Verdict.AtLeast("the winner was served", served, Races),
                Verdict.AtLeast("a third device was refused", late, Races),
            ],
            "nothing: a ticket's grain takes one question at a time.",
            []);
    }

    private static async Task<RedeemResult[]> RunAsync(EmbeddedSilo silo, TicketCode code, int devices)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var racing = Enumerable.Range(1, devices).Select(device => Task.Run(async () =>
        {
            await start.Task;
            return await silo.Grains.GetGrain<IAccessTokenGrain>(code.Key.GrainKey).Redeem(Caller.Viewer($"192.0.2.{device}"));
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(racing);
    }

    private static async Task<bool> IsServedAsync(EmbeddedSilo silo, SessionClaims claims) =>
        await silo.Services.GetRequiredService<ISessionAuthorizer>().AuthorizeAsync(claims, $"/streams/{claims.Event}/segment000.m4s") is AuthorizeOutcome.Allowed;
}
