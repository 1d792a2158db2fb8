using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace StreamGate.Gateway.Media;

/// <summary>An error's body.</summary>
internal sealed record MediaProblem(string Error, string Title, int Status, string TraceId)
{
    /// <summary>Answers with an error that nobody may cache. HEAD gets the same header fields and no body.</summary>
    public static Task WriteAsync(HttpContext context, int status, string error)
    {
        var trace = Activity.Current?.Id ?? context.TraceIdentifier;
        var problem = new MediaProblem(error, ReasonPhrases.GetReasonPhrase(status), status, trace);
        var body = JsonSerializer.SerializeToUtf8Bytes(problem, MediaProblemJson.Default.MediaProblem);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body).AsTask();
    }
}
