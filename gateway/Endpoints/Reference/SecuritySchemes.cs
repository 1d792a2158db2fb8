using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using StreamGate.Gateway.Admin;
using StreamGate.Gateway.Endpoints.Revocation;
using StreamGate.Gateway.Playback;
using StreamGate.Media.Playlists;

namespace StreamGate.Gateway.Endpoints.Reference;

/// <summary>The credentials of the API as OpenAPI security schemes (OpenAPI 3.1, section 4.8.27), and which route needs which.</summary>
public sealed class SecuritySchemes : IOpenApiDocumentTransformer, IOpenApiOperationTransformer
{
    public const string PlaybackToken = "playbackToken";
    public const string PlaybackTokenInQuery = "playbackTokenInQuery";
    public const string PlaybackTokenInCookie = "playbackTokenInCookie";
    public const string AdminSession = "adminSession";
    public const string InternalApiKey = "internalApiKey";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var bearer = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "The playbackToken of /api/tokens/validate, or a fresh one.",
        };
        document.AddComponent(PlaybackToken, bearer);
        document.AddComponent(PlaybackTokenInQuery, Key(ParameterLocation.Query, PlaylistTokens.Parameter, "The same, for players that can't set headers."));
        document.AddComponent(PlaybackTokenInCookie, Key(ParameterLocation.Cookie, PlaybackCookie.Name, "The same, set by /api/tokens/validate for the event's own paths."));
        document.AddComponent(AdminSession, Key(ParameterLocation.Cookie, AdminAuthentication.CookieName, "Set by /api/admin/login. Changes also need Sec-Fetch-Site: same-origin or an Origin that is ours."));
        document.AddComponent(InternalApiKey, Key(ParameterLocation.Header, InternalKeyFilter.Header, "For machines of the same operator."));
        return Task.CompletedTask;
    }

    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        string[] needed = [.. context.Description.ActionDescriptor.EndpointMetadata.OfType<CredentialMetadata>().Select(credential => credential.Scheme)];
        if (needed.Length > 0)
        {
            operation.Security = AnyOf(context.Document, needed);
        }

        return Task.CompletedTask;
    }

    /// <summary>One of these schemes is enough.</summary>
    public static List<OpenApiSecurityRequirement> AnyOf(OpenApiDocument? document, params IEnumerable<string> schemes) =>
        [.. schemes.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];

    private static OpenApiSecurityScheme Key(ParameterLocation where, string name, string description) =>
        new() { Type = SecuritySchemeType.ApiKey, In = where, Name = name, Description = description };
}
