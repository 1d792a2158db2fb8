namespace StreamGate.Media.Playlists;

/// <summary>Walks a playlist's lines (RFC 8216, section 4.1) without copying; a line keeps its own ending.</summary>
internal ref struct PlaylistLines(ReadOnlySpan<byte> playlist)
{
    private ReadOnlySpan<byte> _rest = playlist;

    /// <summary>The line without its ending.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>LF, CR LF, or nothing at the playlist's end.</summary>
    public ReadOnlySpan<byte> Ending { get; private set; }

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var feed = _rest.IndexOf((byte)'\n');
        var line = feed < 0 ? _rest : _rest[..(feed + 1)];
        _rest = _rest[line.Length..];
        Text = line.TrimEnd("\r\n"u8);
        Ending = line[Text.Length..];
        return true;
    }
}
