using Microsoft.AspNetCore.Diagnostics;

namespace StreamGate.Gateway.Http;

/// <summary>One line per request that is not for media. Never a query, a token or a code.</summary>
public sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> logger)
{
    // The path itself could be anything, also a code that somebody took for an address.
    private const string NoRoute = "(no route)";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/streams", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }

        var began = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var milliseconds = Math.Round(clock.GetElapsedTime(began).TotalMilliseconds, 1);
            LogRequest(
                context.Request.Method,
                RouteOf(context),
                context.Response.StatusCode,
                milliseconds,
                RequestTrace.IdOf(context),
                RequestTrace.TicketOf(context),
                ClientAddress.Of(context));
        }
    }

    // An exception clears the endpoint; the handler's feature still knows it.
    private static string RouteOf(HttpContext context)
    {
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms, trace {TraceId}, ticket {Ticket}, from {Ip}")]
    private partial void LogRequest(string method, string route, int status, double milliseconds, string traceId, string? ticket, string? ip);
}
