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

    /// <summary>Sets them all, for answers that come seldom: where we run is looked up each time.</summary>
    public static void Apply(HttpContext context) => Apply(context, IsStrict(context.RequestServices));

    /// <summary>Sets them all. Strict-Transport-Security goes out over TLS only (RFC 6797, section 7.2).</summary>
    /// <param name="strict">See <see cref="IsStrict"/>.</param>
    public static void Apply(HttpContext context, bool strict)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers["Referrer-Policy"] = NoReferrer;
        headers.ContentSecurityPolicy = Nothing;
        if (strict && context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = OneYear;
        }
    }

    /// <summary>Whether browsers are told to use TLS from now on: not in development.</summary>
    public static bool IsStrict(IServiceProvider services) => !services.GetRequiredService<IHostEnvironment>().IsDevelopment();

    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var strict = IsStrict(app.ApplicationServices);
        app.Use((HttpContext context, RequestDelegate next) =>
        {
            Apply(context, strict);
            return next(context);
        });
    }
}
