using System.Diagnostics.CodeAnalysis;

namespace StreamGate.Media.Origins;

/// <summary>
/// The path of a media file inside its stream's folder, such as <c>360p/segment003.m4s</c>: made of plain names only, so that joined
/// to a folder it can't lead out of it, and with an extension that may leave the gate.
/// </summary>
public readonly record struct ContentPath
{
    /// <summary>The longest path, in characters.</summary>
    public const int MaxLength = 512;

    private ContentPath(string value, MediaType type)
    {
        Value = value;
        Type = type;
    }

    /// <summary>Names joined by <c>/</c>, without one at either end.</summary>
    public string Value { get; }

    public MediaType Type { get; }

    /// <summary>
    /// Reads a path that was percent-decoded exactly once. A percent sign that is left over was encoded twice or is no UTF-8
    /// (RFC 3986, section 2.4), and is refused along with <c>.</c>, <c>..</c> and empty names, backslashes, control characters, drive
    /// letters, names that begin or end with a dot, and extensions that are not in <see cref="MediaTypes"/>.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? decoded, out ContentPath path)
    {
        path = default;
        if (string.IsNullOrEmpty(decoded) || decoded.Length > MaxLength || HasForbidden(decoded) || !HasPlainNames(decoded))
        {
            return false;
        }

        if (MediaTypes.Of(decoded.AsSpan(decoded.LastIndexOf('/') + 1)) is not { } type)
        {
            return false;
        }

        path = new ContentPath(decoded, type);
        return true;
    }

    public override string ToString() => Value;

    private static bool HasForbidden(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is '%' or '\\' || char.IsControl(c))
            {
                return true;
            }
        }

        return text.Length > 1 && text[1] == ':'; // C:x.ts is absolute on Windows.
    }

    private static bool HasPlainNames(ReadOnlySpan<char> text)
    {
        foreach (var range in text.Split('/'))
        {
            var name = text[range];
            // ".", "..", hidden files (half-written ones of an encoder among them), and what Windows would take for another name.
            if (name.IsEmpty || name[0] == '.' || name[^1] == '.')
            {
                return false;
            }
        }

        return true;
    }
}
