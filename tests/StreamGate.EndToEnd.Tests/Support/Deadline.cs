namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>How long a test waits for something that happens by itself before it gives up. None of these is a claim about speed.</summary>
internal static class Deadline
{
    public static readonly TimeSpan Ready = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan Process = TimeSpan.FromMinutes(2);
}
