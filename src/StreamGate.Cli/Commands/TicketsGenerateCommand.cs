using System.CommandLine;
using System.Globalization;
using StreamGate.Cli.Admin;
using StreamGate.Cli.Output;

namespace StreamGate.Cli.Commands;

/// <summary><c>streamgate tickets generate</c>: fresh codes for an event.</summary>
public static class TicketsGenerateCommand
{
    public static Command Create(CliContext context)
    {
        var eventId = new Option<string>("--event") { Description = "The event's id.", HelpName = "id", Required = true };
        eventId.Validators.Add(result =>
        {
            if (Arguments.WhyNoId(result.Tokens.Select(t => t.Value)) is { } reason)
            {
                result.AddError(reason);
            }
        });
        var count = Arguments.Number("--count", "How many tickets.", 1, 100_000);
        var label = new Option<string?>("--label") { Description = "A label on each ticket, at most 100 characters.", HelpName = "text" };
        var file = new Option<string?>("--out") { Description = "A new file for the codes, readable by you alone. [default: standard output]", HelpName = "file.csv" };
        var command = new Command("generate", "Makes tickets for an event and writes their codes as CSV.") { eventId, count, label, file };
        var gateway = GatewayOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var connection = await gateway.ConnectAsync(parsed, context, cancel);
            var order = new Order(parsed.GetValue(eventId)!, parsed.GetValue(count), parsed.GetValue(label), parsed.GetValue(file));
            await RunAsync(new AdminApi(connection), context, order, gateway.Json(parsed), cancel);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task RunAsync(AdminApi api, CliContext context, Order order, bool json, CancellationToken cancel)
    {
        var made = new List<NewTicket>();
        try
        {
            // JSON and CSV can't share standard output.
            await using var file = json && order.File is null ? null : TicketFile.Open(order.File, context);
            await ProgressReport.RunAsync(context, "Making tickets", order.Count, async finished =>
            {
                await foreach (var batch in TicketBatches.MakeAsync(api, order.EventId, order.Count, order.Label, cancel))
                {
                    made.AddRange(batch);
                    await (file?.AddAsync(batch, CancellationToken.None) ?? Task.CompletedTask);
                    finished(batch.Count);
                }
            });
        }
        catch (Exception failure) when (made.Count > 0)
        {
            Report(context, order, made, json);
            var code = (failure as CliException)?.ExitCode ?? (failure is OperationCanceledException ? ExitCodes.Cancelled : ExitCodes.Failed);
            var tally = string.Create(CultureInfo.InvariantCulture, $"{made.Count} of {order.Count} tickets were made and written before that.");
            throw new CliException(code, $"{failure.Message} {tally}", failure);
        }

        Report(context, order, made, json);
    }

    private static void Report(CliContext context, Order order, List<NewTicket> made, bool json)
    {
        if (json)
        {
            var tickets = order.File is null ? made.Select(t => new { id = t.Id, code = t.Code, label = t.Label, expiresAt = t.ExpiresAt }) : null;
            TableWriter.WriteJson(context, new { eventId = order.EventId, count = made.Count, file = order.File, tickets });
        }
        else if (order.File is not null)
        {
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Wrote {made.Count} codes to {order.File}."));
        }
    }

    private sealed record Order(string EventId, int Count, string? Label, string? File);
}
