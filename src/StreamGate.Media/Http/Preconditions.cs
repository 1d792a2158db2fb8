using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace StreamGate.Media.Http;

/// <summary>Whether a client that has a copy needs the bytes again (RFC 9110, section 13).</summary>
public static class Preconditions
{
    /// <summary>Whether the client's copy is current: If-None-Match, and only without it If-Modified-Since (section 13.2.2).</summary>
    public static bool IsCurrent(StringValues ifNoneMatch, StringValues ifModifiedSince, string etag, DateTimeOffset lastModified) =>
        ifNoneMatch.Count > 0 ? AnyMatches(ifNoneMatch, etag) : !IsLater(ifModifiedSince, lastModified);

    /// <summary>
    /// Whether a part may be sent: no If-Range, or one with this very strong ETag or this very date (section 13.1.5). A client with another
    /// version gets the whole file.
    /// </summary>
    public static bool AllowsRange(StringValues ifRange, string etag, string lastModified) =>
        ifRange.Count == 0 || (ifRange.Count == 1 && (ifRange[0] == etag || ifRange[0] == lastModified));

    private static bool AnyMatches(StringValues candidates, string etag)
    {
        if (!EntityTagHeaderValue.TryParseList([.. candidates.OfType<string>()], out var tags))
        {
            return false;
        }

        var ours = EntityTagHeaderValue.Parse(etag);
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || ours.Compare(tag, useStrongComparison: false));
    }

    private static bool IsLater(StringValues since, DateTimeOffset lastModified) =>
        since.Count != 1
        || !HeaderUtilities.TryParseDate(since[0], out var date)
        || date.ToUnixTimeSeconds() < lastModified.ToUnixTimeSeconds();
}
