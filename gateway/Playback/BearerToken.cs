namespace StreamGate.Gateway.Playback;

/// <summary>The token of an <c>Authorization: Bearer</c> header (RFC 6750, section 2.1).</summary>
public static class BearerToken
{
    private const string Scheme = "Bearer ";

    /// <summary>The token, or null when the header is absent, of another scheme, or there are several.</summary>
    public static string? Of(HttpRequest request) => TryRead(request, out var token) && !token.IsEmpty ? token.ToString() : null;

    /// <summary>Whether there is such a header, and its token as it lies in it. Empty when there are several, which is nobody's token.</summary>
    public static bool TryRead(HttpRequest request, out ReadOnlyMemory<char> token)
    {
        var header = request.Headers.Authorization;
        if (header.Count == 0 || header[0] is not { } value || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            token = default;
            return false;
        }

        token = header.Count == 1 ? value.AsMemory(Scheme.Length).Trim() : default;
        return true;
    }
}
