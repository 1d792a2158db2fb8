using System.CommandLine;
using System.Globalization;
using StreamGate.Cli.Admin;
using StreamGate.Cli.Output;

namespace StreamGate.Cli.Commands;

/// <summary><c>streamgate tickets revoke</c>: shuts tickets out of every silo.</summary>
public static class TicketsRevokeCommand
{
    public static Command Create(CliContext context)
    {
        var ids = new Argument<string[]>("id") { Description = "Ids of tickets (not their codes).", Arity = ArgumentArity.OneOrMore };
        ids.Validators.Add(result =>
        {
            if (Arguments.WhyNoId(result.Tokens.Select(t => t.Value)) is { } reason)
            {
                result.AddError(reason);
            }
        });
        var command = new Command("revoke", "Revokes tickets; when it returns, none of them is served any more.") { ids };
        var gateway = GatewayOptions.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            using var connection = await gateway.ConnectAsync(parsed, context, cancel);
            var outcomes = await RevokeAsync(new AdminApi(connection), context, [.. parsed.GetValue(ids)!.Distinct(StringComparer.Ordinal)], cancel);
            return Report(context, outcomes, gateway.Json(parsed));
        });
        return command;
    }

    // One call a ticket: each id gets its own answer, and one that is unknown does not keep the others alive.
    private static async Task<List<Outcome>> RevokeAsync(AdminApi api, CliContext context, string[] ids, CancellationToken cancel)
    {
        var outcomes = new List<Outcome>();
        await ProgressReport.RunAsync(context, "Revoking", ids.Length, async finished =>
        {
            foreach (var id in ids)
            {
                try
                {
                    await api.RevokeAsync(id, cancel);
                    outcomes.Add(new Outcome(id, null));
                }
                catch (CliException refused) when (refused.ExitCode == ExitCodes.Failed)
                {
                    outcomes.Add(new Outcome(id, refused.Message));
                }

                finished(1);
            }
        });
        return outcomes;
    }

    private static int Report(CliContext context, List<Outcome> outcomes, bool json)
    {
        var failures = outcomes.Where(o => o.Error is not null).ToList();
        foreach (var failure in failures)
        {
            context.Error.WriteLine($"streamgate: {failure.Id}: {failure.Error}");
        }

        if (json)
        {
            TableWriter.WriteJson(context, outcomes.Select(o => new { id = o.Id, revoked = o.Error is null, error = o.Error }));
        }
        else
        {
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Revoked {outcomes.Count - failures.Count} of {outcomes.Count} tickets."));
        }

        return failures.Count == 0 ? ExitCodes.Ok : ExitCodes.Failed;
    }

    private sealed record Outcome(string Id, string? Error);
}
