using System.Globalization;

namespace StreamGate.Gateway.Http;

/// <summary>Times as requests write them: ISO 8601 with <c>Z</c> or an offset, so that nobody has to guess a time zone.</summary>
public static class IsoTime
{
    public const string Expected = "must be a time with an offset, like 2026-05-01T18:00:00Z";

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mmzzz",
    ];

    // Far from the calendar's ends, where adding an access window would overflow.
    private static readonly DateTimeOffset First = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>False for anything else, and for a time outside the years 1970 to 2999.</summary>
    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time)
        && time >= First
        && time <= Last;
}
