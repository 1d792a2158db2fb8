using System.Globalization;

namespace StreamGate.Cli.Output;

/// <summary>Text from elsewhere, made safe for a terminal.</summary>
public static class Plain
{
    /// <summary>The text in one line: control and formatting characters, which could move the cursor or hide text, become dots.</summary>
    public static string Line(string? text) =>
        string.Concat((text ?? string.Empty).Select(c => IsHarmless(c) ? c : '·'));

    private static bool IsHarmless(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator);
}
