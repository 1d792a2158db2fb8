using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.Features;
using StreamGate.Media.Origins;

namespace StreamGate.Gateway.Media;

/// <summary>
/// What a request under <c>/streams/</c> asks for. Read from the raw request target, because the server resolves dot segments in its decoded
/// path: an attempt to climb out of a folder would reach us as an innocent path, or some other endpoint as its own.
/// </summary>
/// <param name="Path">Decoded once, without the query, from <c>/streams/</c> on.</param>
/// <param name="Event">Null when the second segment names no event.</param>
/// <param name="Content">Null when the rest is no path that media can have.</param>
internal readonly record struct MediaTarget(string Path, EventId? Event, ContentPath? Content)
{
    private const string Prefix = "/streams/";
    private const int IdLength = 36;

    public static bool TryRead(HttpContext context, out MediaTarget target)
    {
        var raw = RawPath(context);
        var path = context.Request.Path.Value ?? string.Empty;
        if (raw.StartsWith(Prefix, StringComparison.Ordinal))
        {
            target = Split(raw);
            return true;
        }

        // The server sees a media path where the bytes on the wire show none: served to nobody, but refused here as media is.
        target = path.StartsWith(Prefix, StringComparison.Ordinal) ? Split(path) with { Content = null } : default;
        return target.Path is not null;
    }

    private static string RawPath(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!raw.StartsWith('/'))
        {
            return context.Request.Path.Value ?? string.Empty; // absolute form (RFC 9112, section 3.2.2)
        }

        var end = raw.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? raw : raw[..end];

        // What is no UTF-8 stays encoded, and ContentPath refuses a percent sign.
        return path.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(path) : path;
    }

    private static MediaTarget Split(string path)
    {
        var rest = path.AsSpan(Prefix.Length);
        var slash = rest.IndexOf('/');
        EventId? id = (slash < 0 ? rest.Length : slash) == IdLength && Guid.TryParseExact(rest[..IdLength], "D", out var value)
            ? new EventId(value)
            : null;
        return new MediaTarget(path, id, slash >= 0 && ContentPath.TryParse(path[(Prefix.Length + slash + 1)..], out var content) ? content : null);
    }
}
