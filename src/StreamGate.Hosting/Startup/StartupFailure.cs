using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using StreamGate.Data.Storage;

namespace StreamGate.Hosting.Startup;

/// <summary>Turns what can go wrong at start into a paragraph that says what to do.</summary>
public static class StartupFailure
{
    /// <summary>The paragraph for an exception that the operator can do something about; null for a bug of ours.</summary>
    public static string? Explain(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (ExplainOne(e) is { } paragraph)
            {
                return paragraph;
            }
        }

        return exception is AggregateException many ? many.InnerExceptions.Select(Explain).FirstOrDefault(text => text is not null) : null;
    }

    private static string? ExplainOne(Exception e) => e switch
    {
        StartupException => e.Message,
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            "The port is in use by another program. Stop that program, or choose another port with PORT (default 3000).",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This user may not listen on the port. Choose a port above 1023 with PORT (default 3000).",
        CatalogueUnusableException => e.Message,
        InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException } when e.Message.Contains("configuration value", StringComparison.Ordinal) =>
            $"A setting has a value of the wrong kind. {e.Message}",
        _ => null,
    };
}
