namespace StreamGate.Gateway.Media;

/// <summary>The precise line behind a vague answer. The path comes without its query, and a ticket shows only as the start of its hash.</summary>
internal static partial class MediaLog
{
    [LoggerMessage(EventId = 1, Message = "Refused {Method} {Path} of ticket {Ticket}: {Reason} ({Detail})")]
    public static partial void Refused(ILogger logger, LogLevel level, string method, string path, string? ticket, MediaRefusal reason, string? detail);

    [LoggerMessage(2, LogLevel.Warning, "The stream source failed for {Path}: {Detail}")]
    public static partial void OriginFailed(ILogger logger, string path, string detail);

    [LoggerMessage(3, LogLevel.Warning, "The session of ticket {Ticket} could not be asked about {Path}")]
    public static partial void AuthorizerFailed(ILogger logger, Exception failure, string ticket, string path);
}
