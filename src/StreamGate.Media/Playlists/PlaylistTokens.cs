using System.Buffers;
using System.Text;

namespace StreamGate.Media.Playlists;

/// <summary>
/// Carries a playback token from a playlist's URL onto the URIs inside it, for players that can't send headers. Lines that hold no URI of
/// ours leave byte for byte as they came; a URI that leads to another host never gets the token.
/// </summary>
public static class PlaylistTokens
{
    /// <summary>The query parameter that carries a token.</summary>
    public const string Parameter = "__token";

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <param name="playlist">A master or media playlist, UTF-8 (RFC 8216).</param>
    /// <param name="token">A token of URL-safe characters only.</param>
    /// <param name="scheme">The scheme by which the player reached us.</param>
    /// <param name="authority">The host, and the port if it was given, by which the player reached us.</param>
    public static byte[] Carry(ReadOnlySpan<byte> playlist, string token, string scheme, string authority)
    {
        var output = new ArrayBufferWriter<byte>(playlist.Length + playlist.Length / 2 + 256);
        var target = new Target(output, Encoding.ASCII.GetBytes($"{Parameter}={token}"), scheme, authority);
        if (playlist.StartsWith(ByteOrderMark))
        {
            output.Write(ByteOrderMark);
            playlist = playlist[ByteOrderMark.Length..];
        }

        for (var lines = new PlaylistLines(playlist); lines.MoveNext();)
        {
            WriteLine(target, lines.Text);
            output.Write(lines.Ending);
        }

        return output.WrittenSpan.ToArray();
    }

    private static void WriteLine(Target target, ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty || line[0] != (byte)'#')
        {
            WriteUri(target, line);
        }
        else if (line.StartsWith("#EXT"u8) && !line.StartsWith("#EXTINF:"u8) && line.IndexOf((byte)':') is > 0 and var colon)
        {
            target.Output.Write(line[..(colon + 1)]);
            WriteAttributes(target, line[(colon + 1)..]);
        }
        else
        {
            target.Output.Write(line);
        }
    }

    // NAME=value or NAME="value", separated by commas, which a quoted value may contain (RFC 8216, section 4.2).
    private static void WriteAttributes(Target target, ReadOnlySpan<byte> list)
    {
        while (list.IndexOf("=\""u8) is >= 0 and var equals)
        {
            var open = equals + 2;
            var length = list[open..].IndexOf((byte)'"');
            if (length < 0)
            {
                break;
            }

            var name = list[..equals];
            var value = list.Slice(open, length);
            target.Output.Write(list[..open]);
            if (name[(name.LastIndexOf((byte)',') + 1)..].Trim((byte)' ').SequenceEqual("URI"u8))
            {
                WriteUri(target, value);
            }
            else
            {
                target.Output.Write(value);
            }

            target.Output.Write("\""u8);
            list = list[(open + length + 1)..];
        }

        target.Output.Write(list);
    }

    private static void WriteUri(Target target, ReadOnlySpan<byte> uri)
    {
        if (!PlaylistUri.IsOurs(uri, target.Scheme, target.Authority))
        {
            target.Output.Write(uri);
            return;
        }

        var hash = uri.IndexOf((byte)'#');
        var bare = (hash < 0 ? uri : uri[..hash]).TrimEnd((byte)' ');
        target.Output.Write(bare);
        target.Output.Write(bare.IndexOf((byte)'?') < 0 ? "?"u8 : "&"u8);
        target.Output.Write(target.Pair);
        target.Output.Write(uri[bare.Length..]);
    }

    private sealed record Target(ArrayBufferWriter<byte> Output, byte[] Pair, string Scheme, string Authority);
}
