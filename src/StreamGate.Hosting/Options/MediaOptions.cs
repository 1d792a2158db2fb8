using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary><c>StreamGate:Media</c>: where the streams are.</summary>
public sealed class MediaOptions
{
    /// <summary>The folder that holds one folder per event id. Default: <c>streams</c> in the data folder. <c>STREAM_ROOT</c>.</summary>
    public string StreamRoot { get; set; } = "";

    /// <summary>Mebibytes of segments kept in memory. 0–65,536 (0 keeps none), default 256.</summary>
    [Range(0, 65536, ErrorMessage = "StreamGate:Media:MemoryCacheMegabytes must be 0 to 65536.")]
    public int MemoryCacheMegabytes { get; set; } = 256;
}
