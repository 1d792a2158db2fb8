using System.CommandLine;
using System.Globalization;
using StreamGate.Cli.Admin;
using StreamGate.Cli.Output;

namespace StreamGate.Cli.Commands;

/// <summary><c>streamgate tickets list</c>.</summary>
public static class TicketsListCommand
{
    public static Command Create(CliContext context)
    {
        var eventId = new Option<string?>("--event") { Description = "Only tickets of this event.", HelpName = "id" };
        var status = new Option<string?>("--status") { Description = "Only tickets in this state." };
        status.AcceptOnlyFromAmong("unused", "redeemed", "expired", "revoked");
        var search = new Option<string?>("--search") { Description = "Only tickets whose code or label contains this.", HelpName = "text" };
        var page = Arguments.Number("--page", "Which page.", 1, 1_000_000, 1);
        var limit = Arguments.Number("--limit", "Tickets on a page.", 1, 100, 50);
        var command = new Command("list", "Lists tickets, newest first.") { eventId, status, search, page, limit };
        var gateway = GatewayOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var connection = await gateway.ConnectAsync(parsed, context, cancel);
            var answer = await new AdminApi(connection).ListAsync(
                "tokens",
                [
                    ("eventId", parsed.GetValue(eventId)),
                    ("status", parsed.GetValue(status)),
                    ("search", parsed.GetValue(search)),
                    ("page", parsed.GetValue(page).ToString(CultureInfo.InvariantCulture)),
                    ("limit", parsed.GetValue(limit).ToString(CultureInfo.InvariantCulture)),
                ],
                cancel);
            TableWriter.WriteList(
                context,
                answer,
                gateway.Json(parsed),
                ("Id", "id"),
                ("Code", "code"),
                ("Event", "eventTitle"),
                ("Label", "label"),
                ("Status", "status"),
                ("Expires", "expiresAt"));
            return ExitCodes.Ok;
        });
        return command;
    }
}
