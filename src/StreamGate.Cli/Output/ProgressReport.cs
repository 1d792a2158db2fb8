using Spectre.Console;

namespace StreamGate.Cli.Output;

/// <summary>Shows on standard error how far a long piece of work is, when somebody is there to see it.</summary>
public static class ProgressReport
{
    /// <summary>Runs the work, which calls its argument with the number of steps it has just finished.</summary>
    public static async Task RunAsync(CliContext context, string title, int steps, Func<Action<int>, Task> work)
    {
        if (!context.ErrorIsTerminal)
        {
            await work(_ => { });
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(context.Error) });
        await console.Progress().AutoClear(true).StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(title), maxValue: steps);
            await work(finished => bar.Increment(finished));
        });
    }
}
