using System.Buffers;
using StreamGate.Gateway.Playback;
using StreamGate.Media.Playlists;

namespace StreamGate.Gateway.Media;

/// <summary>The playback token of a media request, not yet verified.</summary>
/// <param name="Token">Shaped like a JWT (RFC 7519, section 3), as it lies in the request; empty when there was none or it has another shape.</param>
internal readonly record struct MediaCredential(ReadOnlyMemory<char> Token, CredentialSource Source)
{
    // Ours have about 400 characters.
    private const int MaxLength = 4096;
    private const string Query = PlaylistTokens.Parameter + "=";

    private static readonly SearchValues<char> Base64Url =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Authorization: Bearer (RFC 6750, section 2.1), else the query, else the cookie. The first that is there counts, good or bad.</summary>
    public static MediaCredential Of(HttpRequest request)
    {
        if (BearerToken.TryRead(request, out var sent))
        {
            return Shaped(sent, CredentialSource.Header);
        }

        if (request.QueryString.HasValue && FromQuery(request.QueryString.Value) is { } carried)
        {
            return Shaped(carried.AsMemory(), CredentialSource.Query);
        }

        return request.Headers.Cookie.Count > 0 && request.Cookies.TryGetValue(PlaybackCookie.Name, out var cookie)
            ? Shaped(cookie.AsMemory(), CredentialSource.Cookie)
            : default;
    }

    // By hand: ASP.NET's query collection allocates a dictionary per request.
    private static string? FromQuery(ReadOnlySpan<char> query)
    {
        foreach (var range in query[1..].Split('&'))
        {
            var pair = query[1..][range];
            if (pair.StartsWith(Query, StringComparison.Ordinal))
            {
                return Uri.UnescapeDataString(pair[Query.Length..]);
            }
        }

        return null;
    }

    private static MediaCredential Shaped(ReadOnlyMemory<char> token, CredentialSource source) => new(IsJwtShaped(token.Span) ? token : default, source);

    private static bool IsJwtShaped(ReadOnlySpan<char> token)
    {
        if (token.Length > MaxLength)
        {
            return false;
        }

        var parts = 0;
        foreach (var range in token.Split('.'))
        {
            var part = token[range];
            if (part.IsEmpty || part.ContainsAnyExcept(Base64Url))
            {
                return false;
            }

            parts++;
        }

        return parts == 3;
    }
}
