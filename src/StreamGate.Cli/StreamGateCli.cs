using System.CommandLine;
using System.CommandLine.Invocation;
using StreamGate.Cli.Commands;

namespace StreamGate.Cli;

/// <summary>The command line: what can be asked, and the exit code of each ending.</summary>
public static class StreamGateCli
{
    private const string Description =
        """
        Looks after a running StreamGate gateway through its admin API.

        The admin password comes from STREAMGATE_ADMIN_PASSWORD, from first-run.json in the data folder of a gateway on this
        machine, or from a prompt; there is no option for it, because command lines are seen by others.

        Exit codes: 0 done, 1 the gateway or a file refused, 2 usage, 3 no gateway answers, 4 not logged in or denied.
        """;

    /// <summary>Runs one command line to its end and returns one of <see cref="ExitCodes"/>.</summary>
    public static async Task<int> RunAsync(string[] args, CliContext context)
    {
        var parsed = BuildRoot(context).Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = context.Out,
                Error = context.Error,
                EnableDefaultExceptionHandler = false,
            });
            return parsed.Action is ParseErrorAction ? ExitCodes.Usage : code;
        }
        catch (CliException failure)
        {
            await context.Error.WriteLineAsync($"streamgate: {failure.Message}");
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await context.Error.WriteLineAsync("streamgate: stopped.");
            return ExitCodes.Cancelled;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await context.Error.WriteLineAsync($"streamgate: {failure.Message}");
            return ExitCodes.Failed;
        }
    }

    private static RootCommand BuildRoot(CliContext context) => new(Description)
    {
        HashPasswordCommand.Create(context),
        SeedCommand.Create(context),
        new Command("tickets", "Makes, lists and revokes tickets.")
        {
            TicketsGenerateCommand.Create(context),
            TicketsListCommand.Create(context),
            TicketsRevokeCommand.Create(context),
        },
        new Command("events", "Lists events.")
        {
            EventsListCommand.Create(context),
        },
    };
}
