using Dapper;
using Microsoft.Extensions.DependencyInjection;
using StreamGate.Benchmarks.Measuring;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Storage;

namespace StreamGate.Benchmarks.Silo;

/// <summary>Redemptions of fresh tickets through their grains, against bare updates of the same table through the same writer.</summary>
internal sealed class RedemptionsBenchmark : IBenchmark
{
    // A round ends with its tickets, not with its time, so that no round runs out of them.
    private const int TicketsASecond = 2_000;

    private const string BareUpdate = "UPDATE access_tokens SET label = @label WHERE code_hash = @key";

    public string Name => "redemptions";

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        await using var silo = await EmbeddedSilo.StartAsync();
        var id = await silo.AddEventAsync();
        var writer = silo.Services.GetRequiredService<ICatalogueWriter>();
        var count = TicketsASecond * options.Seconds;
        var updates = new List<LoopResult>();
        var redemptions = new List<LoopResult>();
        long writes = 0;
        long commits = 0;
        for (var round = -1; round < options.Rounds; round++)
        {
            RunOptions.Progress(round < 0 ? "warming up" : $"round {round + 1} of {options.Rounds}");
            var codes = await silo.IssueAsync(id, count);
            var update = await ClosedLoop.EachAsync(count, i => UpdateAsync(writer, codes[i], i));
            using var counter = new WriteCounter();
            var redemption = await ClosedLoop.EachAsync(count, i => silo.RedeemAsync(id, codes[i]));
            if (round >= 0)
            {
                updates.Add(update);
                redemptions.Add(redemption);
                writes += counter.Writes;
                commits += counter.Commits;
            }
        }

        var done = redemptions.Sum(result => result.Operations);
        return new Report(
            $"redemptions of fresh tickets, {count:N0} a round, {ClosedLoop.Concurrency} at a time, SQLite on disk (WAL, synchronous FULL)",
            LoopTable.Columns,
            [LoopTable.Row("bare durable update", updates, updates, 1), LoopTable.Row("redemption", redemptions, updates, (double)writes / done)],
            [Verdict.AtMost("database writes per redemption", (double)writes / done, 2)],
            "the processors: a fresh ticket's grain comes to life, which reads its row, and then writes twice, one after the other. The disk's sync is shared by all that wait, so it is not what limits.",
            [string.Create(CultureInfo.InvariantCulture, $"{(double)done / commits:N1} redemptions a commit; the two writes are the ticket's row and its audit entries")]);
    }

    private static Task UpdateAsync(ICatalogueWriter writer, TicketCode code, int i)
    {
        var key = code.Key.Value;
        return writer.CommitAsync((connection, transaction) =>
            connection.Execute(BareUpdate, new { key, label = $"bare {i}" }, transaction));
    }
}
