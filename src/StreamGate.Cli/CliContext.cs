namespace StreamGate.Cli;

/// <summary>What a command sees of the world around the process.</summary>
public sealed class CliContext
{
    /// <summary>Results, and nothing else.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, prompts and errors.</summary>
    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    /// <summary>Whether standard error is a terminal; progress bars are drawn on no other.</summary>
    public required bool ErrorIsTerminal { get; init; }

    /// <summary>Asks for a secret without echo; null when there is nobody to ask.</summary>
    public required Func<string, string>? AskSecret { get; init; }

    /// <summary>The value of an environment variable, or null.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TimeProvider Clock { get; init; }
}
