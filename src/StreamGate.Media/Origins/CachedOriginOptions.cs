using System.ComponentModel.DataAnnotations;

namespace StreamGate.Media.Origins;

/// <summary>How much is kept in memory, and how long it is believed.</summary>
public sealed class CachedOriginOptions
{
    /// <summary>Bytes kept in all; 0 to 64 GiB, default 256 MiB. 0 keeps nothing.</summary>
    [Range(0, 64L << 30)]
    public long MaxBytes { get; set; } = 256L << 20;

    /// <summary>The largest file that is kept, in bytes; 0 to 64 MiB, default 8 MiB. A larger one is streamed from its origin.</summary>
    [Range(0, 64 << 20)]
    public int MaxEntryBytes { get; set; } = 8 << 20;

    /// <summary>How long a kept segment is served without a look at its file; 0 to 1 minute, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan SegmentFreshness { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a playlist that was read serves others; 0 to 500 ms, default 500 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:00.5")]
    public TimeSpan PlaylistFreshness { get; set; } = TimeSpan.FromMilliseconds(500);
}
