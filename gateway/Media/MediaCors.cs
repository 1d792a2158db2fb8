using Microsoft.Extensions.Options;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Media;

/// <summary>Cross-origin reading of media (Fetch standard, section 3.2), for the configured origin only. Errors are readable too, so that players can tell them apart.</summary>
internal sealed class MediaCors(IOptions<MediaGateOptions> options)
{
    private const string Methods = "GET, HEAD, OPTIONS";

    private readonly string? _allowed = HttpOriginAttribute.Canonical(options.Value.AllowedOrigin ?? "");

    /// <summary>Says on every answer that it depends on who asks, and to the configured origin that it may read it.</summary>
    public void Stamp(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Vary = "Origin";
        if (IsAllowed(context))
        {
            headers.AccessControlAllowOrigin = _allowed;
            headers.AccessControlExposeHeaders = "Content-Length, Content-Range, ETag, Age";
        }
    }

    /// <summary>Answers OPTIONS, which needs no token: browsers send none.</summary>
    public Task AnswerPreflight(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Allow = Methods;
        if (IsAllowed(context))
        {
            headers.AccessControlAllowMethods = Methods;
            headers.AccessControlAllowHeaders = "Authorization, Range";
            headers.AccessControlMaxAge = "86400";
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private bool IsAllowed(HttpContext context) =>
        _allowed is not null && context.Request.Headers.Origin is { Count: 1 } origin && string.Equals(origin[0], _allowed, StringComparison.OrdinalIgnoreCase);
}
