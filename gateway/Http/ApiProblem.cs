using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace StreamGate.Gateway.Http;

/// <summary>An error answer. Every error of the gateway is written here, so that all have one shape.</summary>
public sealed record ApiProblem(int Status, string Error) : IResult
{
    private const string ContentType = "application/problem+json";

    public string? Field { get; init; }

    public bool? InUse { get; init; }

    /// <inheritdoc cref="ErrorBody.Members"/>
    public IDictionary<string, object>? Members { get; init; }

    /// <summary>After how long asking again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The error of a status that comes without words: no route, wrong method, not signed in.</summary>
    public static ApiProblem Of(int status) => new(status, status switch
    {
        StatusCodes.Status401Unauthorized => "Authorization required",
        StatusCodes.Status403Forbidden => "Access denied",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive.",
        StatusCodes.Status413PayloadTooLarge => "The body is larger than 1 MiB.",
        StatusCodes.Status415UnsupportedMediaType => "The body must be JSON, sent as application/json.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side.",
        _ => ReasonPhrases.GetReasonPhrase(status),
    });

    /// <summary>A 400 that names the field at fault.</summary>
    public static ApiProblem Invalid(string field, string reason) => new(StatusCodes.Status400BadRequest, $"{field}: {reason}") { Field = field };

    /// <summary>A 503 that may pass in a second.</summary>
    public static ApiProblem Unavailable(string error) => new(StatusCodes.Status503ServiceUnavailable, error) { RetryAfter = TimeSpan.FromSeconds(1) };

    /// <summary>A 503 that names what was written and which silos have not said that they go by it.</summary>
    public static ApiProblem Unconfirmed(string written, IEnumerable<string> silos) =>
        Unavailable($"{written} This is stored, but these silos have not confirmed it yet: {string.Join(", ", silos)}. Ask again to have it confirmed.");

    public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext);

    /// <summary>Writes the whole answer; HEAD gets its header fields and no body. The security headers are set again because an unhandled exception clears them.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        SecurityHeaders.Apply(context);
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new ErrorBody(Error, ReasonPhrases.GetReasonPhrase(Status), Status, RequestTrace.IdOf(context)) { Field = Field, InUse = InUse, Members = Members }, ApiJson.Options);
        response.ContentType = ContentType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
