namespace StreamGate.Data.Queries;

/// <summary>Makes LIKE patterns in which the searched text stands for itself; the escape character is a backslash.</summary>
internal static class LikePattern
{
    /// <summary>Longer searches than this match nothing that is stored, so no more of them is looked at.</summary>
    public const int LongestSearch = 200;

    /// <summary>A pattern for texts that hold <paramref name="search"/> somewhere; null when there is nothing to search for.</summary>
    public static string? Containing(string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return null;
        }

        var text = search.Trim();
        var literal = (text.Length > LongestSearch ? text[..LongestSearch] : text)
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
        return $"%{literal}%";
    }
}
