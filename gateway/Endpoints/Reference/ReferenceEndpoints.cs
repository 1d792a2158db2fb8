using System.Security.Cryptography;
using Scalar.AspNetCore;

namespace StreamGate.Gateway.Endpoints.Reference;

/// <summary>The OpenAPI document and a page to browse it, which fetches nothing from any other host.</summary>
public static class ReferenceEndpoints
{
    private const int NonceBytes = 16;

    public static void MapReference(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName:regex(^v1$)}.json");
        app.MapScalarApiReference("/reference", Shape).AddEndpointFilter(AllowOwnScripts);
        app.MapGet("/", () => TypedResults.Redirect("/reference/")).ExcludeFromDescription();
    }

    private static void Shape(ScalarOptions options, HttpContext context)
    {
        options.WithTitle("StreamGate API").DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideDeveloperTools();
        options.WithNonce(NonceOf(context));
    }

    // The page styles itself with inline rules; its scripts are our own files and one inline script that carries the nonce.
    private static ValueTask<object?> AllowOwnScripts(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self' 'nonce-{NonceOf(context.HttpContext)}'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return next(context);
    }

    private static string NonceOf(HttpContext context)
    {
        const string Item = "reference.nonce";
        return (string)(context.Items[Item] ??= RandomNumberGenerator.GetHexString(NonceBytes * 2));
    }
}
