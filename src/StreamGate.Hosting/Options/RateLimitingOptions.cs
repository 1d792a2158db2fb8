using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary><c>StreamGate:RateLimiting</c>: how often one subject may ask, counted over the whole cluster.</summary>
public sealed class RateLimitingOptions
{
    /// <summary>Codes tried per minute and address (IPv4 address, or IPv6 /64 network). 1–1,000, default 5.</summary>
    [Range(1, 1000, ErrorMessage = "StreamGate:RateLimiting:ValidatePerMinute must be 1 to 1000.")]
    public int ValidatePerMinute { get; set; } = 5;

    /// <summary>Playback tokens refreshed per hour and ticket. 1–1,000, default 12.</summary>
    [Range(1, 1000, ErrorMessage = "StreamGate:RateLimiting:RefreshPerHour must be 1 to 1000.")]
    public int RefreshPerHour { get; set; } = 12;

    /// <summary>Admin passwords tried per minute and address. 1–1,000, default 10.</summary>
    [Range(1, 1000, ErrorMessage = "StreamGate:RateLimiting:AdminLoginPerMinute must be 1 to 1000.")]
    public int AdminLoginPerMinute { get; set; } = 10;
}
