using System.CommandLine;
using System.Globalization;
using StreamGate.Cli.Admin;
using StreamGate.Cli.Output;
using StreamGate.Cli.Seeding;

namespace StreamGate.Cli.Commands;

/// <summary><c>streamgate seed</c>: events and tickets to try things with.</summary>
public static class SeedCommand
{
    private const string Label = "seed";

    public static Command Create(CliContext context)
    {
        var events = Arguments.Number("--events", "How many events to make: in turn live, upcoming and ended.", 1, 1_000, 3);
        var tickets = Arguments.Number("--tickets", "How many tickets to make for each event.", 0, 100_000, 10);
        var command = new Command("seed", "Fills a gateway with events and tickets to try things with.") { events, tickets };
        var gateway = GatewayOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var connection = await gateway.ConnectAsync(parsed, context, cancel);
            var plan = SeedPlan.Make(context.Clock.GetUtcNow(), parsed.GetValue(events));
            var done = await SeedAsync(new AdminApi(connection), context, plan, parsed.GetValue(tickets), cancel);
            Report(context, done, gateway.Json(parsed));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<List<SeededEvent>> SeedAsync(
        AdminApi api, CliContext context, IReadOnlyCollection<NewEvent> plan, int tickets, CancellationToken cancel)
    {
        var done = new List<SeededEvent>();
        await ProgressReport.RunAsync(context, "Seeding", plan.Count * (1 + tickets), async finished =>
        {
            foreach (var planned in plan)
            {
                var id = await api.CreateEventAsync(planned, cancel);
                finished(1);
                await foreach (var batch in TicketBatches.MakeAsync(api, id, tickets, Label, cancel))
                {
                    finished(batch.Count);
                }

                done.Add(new SeededEvent(id, planned.Title, tickets));
            }
        });
        return done;
    }

    private static void Report(CliContext context, List<SeededEvent> done, bool json)
    {
        var total = done.Sum(e => e.Tickets);
        if (json)
        {
            TableWriter.WriteJson(context, new { events = done.Select(e => new { id = e.Id, title = e.Title, tickets = e.Tickets }), tickets = total });
            return;
        }

        foreach (var e in done)
        {
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{e.Id}  {e.Title}  {e.Tickets} tickets"));
        }

        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Made {done.Count} events and {total} tickets."));
    }

    private sealed record SeededEvent(string Id, string Title, int Tickets);
}
