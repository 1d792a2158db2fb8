using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using StreamGate.Data.Storage;

namespace StreamGate.Hosting.Startup;

/// <summary>Turns what can go wrong at start into a paragraph that says what to do.</summary>
public static class StartupFailure
{
    /// <summary>The paragraph for an exception that the operator can do something about; null for a bug of ours.</summary>
    public static string? Explain(Exception exception) => Find(exception, ExplainOne) ?? Find(exception, ExplainFile);

    private static string? Find(Exception exception, Func<Exception, string?> explain)
    {
        for (var e = exception; e is not null; e = e.InnerException)
        {
            if (explain(e) is { } paragraph)
            {
                return paragraph;
            }
        }

        return exception is AggregateException many ? many.InnerExceptions.Select(inner => Find(inner, explain)).FirstOrDefault(text => text is not null) : null;
    }

    private static string? ExplainOne(Exception e) => e switch
    {
        StartupException => e.Message,
        OptionsValidationException invalid => string.Join(" ", invalid.Failures),
        AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            "The port that this gate is to listen on is in use by another program. Stop that program, or choose another port with PORT (default 3000).",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This user may not listen on the port. Choose a port above 1023 with PORT (default 3000).",
        CatalogueUnusableException => e.Message,
        InvalidOperationException { InnerException: FormatException or ArgumentException or OverflowException } when e.Message.Contains("configuration value", StringComparison.Ordinal) =>
            $"A setting has a value of the wrong kind. {e.Message}",
        _ => null,
    };

    // Last, because a port in use is an IOException too, and says more inside. Their own words name the path.
    private static string? ExplainFile(Exception e) => e switch
    {
        InvalidDataException when e.GetBaseException() is JsonException { LineNumber: { } line } => $"A settings file is not JSON. {e.Message} Look at line {line + 1}.",
        IOException or UnauthorizedAccessException =>
            $"A file or folder can't be used. {e.Message} Make it one that this user may read and write, or name another with STREAMGATE_DATA or STREAM_ROOT.",
        _ => null,
    };
}
