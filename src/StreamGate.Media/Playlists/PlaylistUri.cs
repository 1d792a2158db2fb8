using System.Buffers;
using System.Text;

namespace StreamGate.Media.Playlists;

/// <summary>Tells whether a playlist's URI leads back to the server that it came from, however a player may read it.</summary>
internal static class PlaylistUri
{
    // Browsers drop tabs and line feeds from a URL and take a backslash for a slash (WHATWG URL, section 4.4): "/\evil" and "/<tab>/evil" are hosts.
    private static readonly SearchValues<byte> Treacherous = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (byte)c), 127, (byte)'\\']);

    /// <param name="authority">The server's own host and port, as the player knows it.</param>
    public static bool IsOurs(ReadOnlySpan<byte> uri, string scheme, string authority)
    {
        uri = uri.TrimStart((byte)' ');
        // A variable (EXT-X-DEFINE) at the start may stand for any host.
        if (uri.IsEmpty || uri.ContainsAny(Treacherous) || uri.StartsWith("{$"u8))
        {
            return false;
        }

        var colon = uri.IndexOfAny(":/?#"u8);
        if (colon >= 0 && uri[colon] == (byte)':')
        {
            return Matches(uri[..colon], scheme) && uri[(colon + 1)..].StartsWith("//"u8) && IsAt(uri[(colon + 3)..], authority);
        }

        return !uri.StartsWith("//"u8) || IsAt(uri[2..], authority);
    }

    private static bool IsAt(ReadOnlySpan<byte> afterSlashes, string authority)
    {
        var end = afterSlashes.IndexOfAny("/?#"u8);
        return Matches(end < 0 ? afterSlashes : afterSlashes[..end], authority);
    }

    private static bool Matches(ReadOnlySpan<byte> text, string expected) =>
        text.Length == expected.Length && Ascii.EqualsIgnoreCase(text, expected);
}
