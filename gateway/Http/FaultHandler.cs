using Microsoft.AspNetCore.Diagnostics;
using Orleans.Runtime;

namespace StreamGate.Gateway.Http;

/// <summary>Answers what was thrown: the request's own fault, infrastructure that is away for a moment, or a bug.</summary>
public sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        await Answer(httpContext, exception).WriteAsync(httpContext);
        return true;
    }

    private ApiProblem Answer(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case RequestFault fault:
                return fault.Problem;
            case BadHttpRequestException bad:
                return ApiProblem.Of(bad.StatusCode);
            case OrleansException or TimeoutException:
                LogUnavailable(exception, RequestTrace.IdOf(context));
                return ApiProblem.Unavailable("The service is not available for a moment. Please try again.");
            default:
                LogBug(exception, RequestTrace.IdOf(context));
                return ApiProblem.Of(StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The cluster did not answer request {TraceId}")]
    private partial void LogUnavailable(Exception exception, string traceId);

    [LoggerMessage(LogLevel.Error, "Request {TraceId} failed")]
    private partial void LogBug(Exception exception, string traceId);
}
