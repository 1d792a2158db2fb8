namespace StreamGate.Media.Origins;

/// <summary>What a file is to a player, which settles how it is cached and whether it is rewritten.</summary>
public enum MediaKind
{
    /// <summary>Never changes once written: a segment, an init segment, a subtitle.</summary>
    Segment = 0,

    /// <summary>An HLS playlist (RFC 8216), which a live stream replaces every few seconds.</summary>
    Playlist = 1,

    /// <summary>A DASH manifest (ISO/IEC 23009-1), likewise.</summary>
    Manifest = 2,
}
