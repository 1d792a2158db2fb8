using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Http;

/// <summary>Looks for the proof that a state-changing request with a cookie needs (Fetch Metadata, section 2.3; RFC 6454, section 7).</summary>
public static class SameOrigin
{
    public static SameOriginProof Judge(HttpRequest request, HttpOptions http) =>
        Judge(request.Headers["Sec-Fetch-Site"], request.Headers.Origin, $"{request.Scheme}://{request.Host}", http.PlatformUrl);

    /// <param name="own">Our scheme and host.</param>
    /// <param name="platformUrl">Our address as browsers know it, where a proxy changed the host on the way.</param>
    public static SameOriginProof Judge(string? secFetchSite, string? origin, string own, string? platformUrl)
    {
        if (secFetchSite == "same-origin")
        {
            return SameOriginProof.Proven;
        }

        if (origin is { Length: > 0 })
        {
            return IsOriginOf(origin, own) || IsOriginOf(origin, platformUrl) ? SameOriginProof.Proven : SameOriginProof.Foreign;
        }

        return secFetchSite is { Length: > 0 } ? SameOriginProof.Foreign : SameOriginProof.Absent;
    }

    private static bool IsOriginOf(string origin, string? address) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate(address, UriKind.Absolute, out var ours)
        && Uri.Compare(theirs, ours, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
