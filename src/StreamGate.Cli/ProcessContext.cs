using Spectre.Console;

namespace StreamGate.Cli;

/// <summary>The world as this process finds it.</summary>
public static class ProcessContext
{
    public static CliContext Create()
    {
        var hasPerson = !Console.IsInputRedirected && !Console.IsErrorRedirected;
        return new CliContext
        {
            Out = Console.Out,
            Error = Console.Error,
            In = Console.In,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            AskSecret = hasPerson ? AskSecret : null,
            Variable = Environment.GetEnvironmentVariable,
            Clock = TimeProvider.System,
        };
    }

    private static string AskSecret(string question)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Prompt(new TextPrompt<string>(Markup.Escape(question)).Secret(null).AllowEmpty());
    }
}
