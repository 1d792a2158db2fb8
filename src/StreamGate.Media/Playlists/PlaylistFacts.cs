using System.Text;

namespace StreamGate.Media.Playlists;

/// <summary>The little that the gate must know of a playlist before it answers.</summary>
public static class PlaylistFacts
{
    /// <summary>Whether an HLS playlist says that nothing will be added to it (RFC 8216, section 4.3.3.4).</summary>
    public static bool IsEnded(ReadOnlySpan<byte> playlist)
    {
        var lines = new PlaylistLines(playlist);
        while (lines.MoveNext())
        {
            if (lines.Text.TrimEnd((byte)' ').SequenceEqual("#EXT-X-ENDLIST"u8))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first variant's URI of a master playlist (RFC 8216, section 4.3.4.2); null for a media playlist.</summary>
    public static string? FirstVariant(ReadOnlySpan<byte> playlist)
    {
        var lines = new PlaylistLines(playlist);
        for (var expected = false; lines.MoveNext();)
        {
            if (lines.Text.StartsWith("#EXT-X-STREAM-INF:"u8))
            {
                expected = true;
            }
            else if (expected && !lines.Text.IsEmpty && lines.Text[0] != (byte)'#')
            {
                return Encoding.UTF8.GetString(lines.Text);
            }
        }

        return null;
    }

    /// <summary>Whether a DASH manifest describes a live presentation (ISO/IEC 23009-1, section 5.3.1.2).</summary>
    public static bool IsDynamic(ReadOnlySpan<byte> manifest) =>
        manifest.IndexOf("type=\"dynamic\""u8) >= 0 || manifest.IndexOf("type='dynamic'"u8) >= 0;
}
