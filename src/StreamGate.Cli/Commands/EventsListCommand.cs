using System.CommandLine;
using System.Globalization;
using StreamGate.Cli.Admin;
using StreamGate.Cli.Output;

namespace StreamGate.Cli.Commands;

/// <summary><c>streamgate events list</c>.</summary>
public static class EventsListCommand
{
    public static Command Create(CliContext context)
    {
        var status = new Option<string?>("--status") { Description = "Only events whose switch stands so; archived ones are left out unless asked for." };
        status.AcceptOnlyFromAmong("active", "inactive", "archived", "all");
        var timeframe = new Option<string?>("--timeframe") { Description = "Only events at this point of their life." };
        timeframe.AcceptOnlyFromAmong("upcoming", "live", "past");
        var page = Arguments.Number("--page", "Which page.", 1, 1_000_000, 1);
        var limit = Arguments.Number("--limit", "Events on a page.", 1, 100, 50);
        var command = new Command("list", "Lists events.") { status, timeframe, page, limit };
        var gateway = GatewayOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var connection = await gateway.ConnectAsync(parsed, context, cancel);
            var answer = await new AdminApi(connection).ListAsync(
                "events",
                [
                    ("status", parsed.GetValue(status)),
                    ("timeframe", parsed.GetValue(timeframe)),
                    ("page", parsed.GetValue(page).ToString(CultureInfo.InvariantCulture)),
                    ("limit", parsed.GetValue(limit).ToString(CultureInfo.InvariantCulture)),
                ],
                cancel);
            TableWriter.WriteList(
                context, answer, gateway.Json(parsed), ("Id", "id"), ("Title", "title"), ("Starts", "startsAt"), ("Ends", "endsAt"));
            return ExitCodes.Ok;
        });
        return command;
    }
}
