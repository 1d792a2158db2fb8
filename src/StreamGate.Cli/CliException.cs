namespace StreamGate.Cli;

/// <summary>Ends the command with an exit code of <see cref="ExitCodes"/> and one sentence for the person at the terminal.</summary>
public sealed class CliException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}
