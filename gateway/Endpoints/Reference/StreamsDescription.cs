using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace StreamGate.Gateway.Endpoints.Reference;

/// <summary>Describes /streams in the OpenAPI document: it is served ahead of routing, where the document does not look.</summary>
public sealed class StreamsDescription : IOpenApiDocumentTransformer
{
    private const string Path = "/streams/{eventId}/{path}";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "StreamGate";
        document.Info.Description = "A ticket opens one protected stream on one device. Errors are problem details (RFC 9457) with a sentence for a person as `error`.";
        document.Paths[Path] = new OpenApiPathItem
        {
            Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = Describe("read", document), [HttpMethod.Head] = Describe("head", document) },
        };
        return Task.CompletedTask;
    }

    private static OpenApiOperation Describe(string name, OpenApiDocument document) => new()
    {
        OperationId = $"stream-{name}",
        Summary = "A playlist or segment of an event. The path may hold slashes.",
        Description = "The playback token comes as `Authorization: Bearer`, else as `?__token=`, else as the session cookie. Ranges and conditional requests work.",
        Tags = new HashSet<OpenApiTagReference> { new("Media") },
        Parameters = [Text("eventId", ParameterLocation.Path), Text("path", ParameterLocation.Path)],
        Security = SecuritySchemes.AnyOf(document, SecuritySchemes.PlaybackToken, SecuritySchemes.PlaybackTokenInQuery, SecuritySchemes.PlaybackTokenInCookie),
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "The bytes." },
            ["206"] = new OpenApiResponse { Description = "A range of them." },
            ["304"] = new OpenApiResponse { Description = "Not changed." },
            ["401"] = new OpenApiResponse { Description = "No token, or none that has a token's shape." },
            ["403"] = new OpenApiResponse { Description = "Access denied." },
            ["404"] = new OpenApiResponse { Description = "No such file." },
            ["416"] = new OpenApiResponse { Description = "The range is outside the file." },
            ["502"] = new OpenApiResponse { Description = "The stream's source is unavailable." },
        },
    };

    private static OpenApiParameter Text(string name, ParameterLocation where) => new()
    {
        Name = name,
        In = where,
        Required = where == ParameterLocation.Path,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
