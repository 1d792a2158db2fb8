namespace StreamGate.Hosting.Startup;

/// <summary>The process can't start. Its message is for the operator: what is wrong and what to do, without secrets.</summary>
public sealed class StartupException : Exception
{
    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StartupException()
    {
    }
}
