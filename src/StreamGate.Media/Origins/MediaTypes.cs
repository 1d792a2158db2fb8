using System.Collections.Frozen;

namespace StreamGate.Media.Origins;

/// <summary>The extensions that may leave the gate. Keys (<c>.key</c>) are not among them: they have an endpoint of their own.</summary>
public static class MediaTypes
{
    private static readonly FrozenDictionary<string, MediaType>.AlternateLookup<ReadOnlySpan<char>> ByExtension =
        new Dictionary<string, MediaType>(StringComparer.OrdinalIgnoreCase)
        {
            [".m3u8"] = new("application/vnd.apple.mpegurl", MediaKind.Playlist),
            [".mpd"] = new("application/dash+xml", MediaKind.Manifest),
            [".ts"] = new("video/mp2t", MediaKind.Segment),
            [".m4s"] = new("video/iso.segment", MediaKind.Segment),
            [".mp4"] = new("video/mp4", MediaKind.Segment),
            [".fmp4"] = new("video/mp4", MediaKind.Segment),
            [".aac"] = new("audio/aac", MediaKind.Segment),
            [".vtt"] = new("text/vtt", MediaKind.Segment),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The type of a file name, null when its extension is not on the list. Case does not matter.</summary>
    public static MediaType? Of(ReadOnlySpan<char> fileName) =>
        ByExtension.TryGetValue(Path.GetExtension(fileName), out var type) ? type : null;
}
