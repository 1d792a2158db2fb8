using System.Text;

namespace StreamGate.Media.Playlists;

/// <summary>The little that the gate must know of a playlist or manifest before it answers.</summary>
/// <param name="IsEnded">
/// Whether it says that nothing will be added: EXT-X-ENDLIST (RFC 8216, section 4.3.3.4), or an MPD that isn't dynamic (ISO/IEC 23009-1,
/// section 5.3.1.2). A master playlist never says so.
/// </param>
/// <param name="FirstVariant">The first variant's URI of a master playlist (RFC 8216, section 4.3.4.2); null for anything else.</param>
public sealed record PlaylistFacts(bool IsEnded, string? FirstVariant)
{
    public static PlaylistFacts OfHls(ReadOnlySpan<byte> playlist)
    {
        var (ended, variantNext, variant) = (false, false, (string?)null);
        for (var lines = new PlaylistLines(playlist); lines.MoveNext();)
        {
            if (lines.Text.StartsWith("#EXT-X-STREAM-INF:"u8))
            {
                variantNext = true;
            }
            else if (lines.Text.TrimEnd((byte)' ').SequenceEqual("#EXT-X-ENDLIST"u8))
            {
                ended = true;
            }
            else if (variantNext && variant is null && !lines.Text.IsEmpty && lines.Text[0] != (byte)'#')
            {
                variant = Encoding.UTF8.GetString(lines.Text);
            }
        }

        return new PlaylistFacts(ended, variant);
    }

    public static PlaylistFacts OfDash(ReadOnlySpan<byte> manifest) =>
        new(manifest.IndexOf("type=\"dynamic\""u8) < 0 && manifest.IndexOf("type='dynamic'"u8) < 0, null);
}
