using Microsoft.Extensions.Primitives;

namespace StreamGate.Gateway.Http;

/// <summary>The headers that every answer carries. Pages set a policy of their own over the API's, which allows nothing.</summary>
public static class SecurityHeaders
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues OneYear = "max-age=31536000; includeSubDomains";
    private static readonly StringValues Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>Sets them all. Strict-Transport-Security goes out over TLS only (RFC 6797, section 7.2) and not in development.</summary>
    public static void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = NoReferrer;
        headers.ContentSecurityPolicy = Nothing;
        if (context.Request.IsHttps && !context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            headers.StrictTransportSecurity = OneYear;
        }
    }

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((HttpContext context, RequestDelegate next) =>
    {
        Apply(context);
        return next(context);
    });
}
