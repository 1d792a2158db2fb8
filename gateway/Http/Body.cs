using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace StreamGate.Gateway.Http;

/// <summary>
/// A JSON body, read with the contract's errors: 415 when it is not JSON, 413 over 1 MiB, 400 that names the field otherwise. Unknown
/// fields are ignored.
/// </summary>
public sealed class Body<T>(T value) : IEndpointParameterMetadataProvider
    where T : class
{
    public T Value { get; } = value;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        _ = parameter;
        if (!context.Request.HasJsonContentType())
        {
            throw new RequestFault(ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType));
        }

        var bytes = await BoundedBody.ReadAsync(context, BoundedBody.MaxBytes);
        return new Body<T>(Parse(bytes.Span));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static T Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, ApiJson.Options) ?? throw NotAnObject();
        }
        catch (JsonException e) when (e.InnerException is not JsonException && e.Path is { Length: > 2 } path)
        {
            throw new RequestFault(path[2..], e.Message.StartsWith(IsoTime.Expected, StringComparison.Ordinal) ? IsoTime.Expected : "is not of the expected type");
        }
        catch (JsonException)
        {
            // Also where the inner exception is the reader's own: then the text is not JSON, and where it broke says nothing.
            throw NotAnObject();
        }
    }

    private static RequestFault NotAnObject() => new(new ApiProblem(StatusCodes.Status400BadRequest, "The body must be a JSON object."));
}
