using System.Globalization;

namespace StreamGate.Media.Http;

/// <summary>The part of a file that a Range header asks for (RFC 9110, section 14).</summary>
/// <param name="Offset">The first byte.</param>
/// <param name="Length">Bytes in the part; 0 when nothing of the file was asked for.</param>
public readonly record struct ByteRange(long Offset, long Length)
{
    /// <summary>
    /// The one range of <paramref name="header"/> within a file of <paramref name="fileLength"/> bytes. Null means the whole file: no header,
    /// another unit, malformed, or several ranges, which a server may ignore (section 14.2). A length of 0 means 416.
    /// </summary>
    public static ByteRange? Parse(ReadOnlySpan<char> header, long fileLength)
    {
        const string unit = "bytes=";
        if (!header.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var spec = header[unit.Length..].Trim(" \t");
        var dash = spec.IndexOf('-');
        if (dash < 0)
        {
            return null;
        }

        var first = spec[..dash];
        var last = spec[(dash + 1)..];
        return first.IsEmpty ? Suffix(last, fileLength) : Span(first, last, fileLength);
    }

    private static ByteRange? Suffix(ReadOnlySpan<char> count, long fileLength)
    {
        if (!TryNumber(count, out var bytes))
        {
            return null;
        }

        var length = Math.Min(bytes, fileLength);
        return new ByteRange(fileLength - length, length);
    }

    private static ByteRange? Span(ReadOnlySpan<char> first, ReadOnlySpan<char> last, long fileLength)
    {
        var end = long.MaxValue;
        if (!TryNumber(first, out var start) || (!last.IsEmpty && !TryNumber(last, out end)) || end < start)
        {
            return null;
        }

        return start >= fileLength ? new ByteRange(0, 0) : new ByteRange(start, Math.Min(end, fileLength - 1) - start + 1);
    }

    // Digits only: no sign, no spaces. More digits than a long holds lie beyond any file.
    private static bool TryNumber(ReadOnlySpan<char> text, out long number)
    {
        number = 0;
        if (text.IsEmpty || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number))
        {
            number = long.MaxValue;
        }

        return true;
    }
}
