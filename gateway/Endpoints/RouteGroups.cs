using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints;

/// <summary>What route groups declare once for all their routes.</summary>
public static class RouteGroups
{
    /// <summary>Describes the errors of these routes in the OpenAPI document.</summary>
    public static RouteGroupBuilder WithErrors(this RouteGroupBuilder routes, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            routes.WithMetadata(Describe(status));
        }

        return routes;
    }

    /// <inheritdoc cref="WithErrors(RouteGroupBuilder, ReadOnlySpan{int})"/>
    public static RouteHandlerBuilder WithErrors(this RouteHandlerBuilder route, params ReadOnlySpan<int> statuses)
    {
        foreach (var status in statuses)
        {
            route.WithMetadata(Describe(status));
        }

        return route;
    }

    /// <summary>Describes the credential of these routes in the OpenAPI document. What checks it stands elsewhere.</summary>
    /// <param name="scheme">One of <see cref="SecuritySchemes"/>.</param>
    public static RouteGroupBuilder WithCredential(this RouteGroupBuilder routes, string scheme) => routes.WithMetadata(new CredentialMetadata(scheme));

    private static ProducesResponseTypeMetadata Describe(int status) => new(status, typeof(ErrorBody), ["application/problem+json"]);
}
