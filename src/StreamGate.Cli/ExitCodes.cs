namespace StreamGate.Cli;

/// <summary>What the process ends with. Scripts rely on these numbers: they never change their meaning.</summary>
public static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The gateway, or a file, refused what was asked; the sentence on standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or what was typed, is not valid; nothing was done.</summary>
    public const int Usage = 2;

    /// <summary>No gateway answered at the address.</summary>
    public const int Unreachable = 3;

    /// <summary>No password, a wrong one, or the gateway denied the call.</summary>
    public const int Denied = 4;

    /// <summary>Stopped by Ctrl-C or SIGTERM.</summary>
    public const int Cancelled = 130;
}
