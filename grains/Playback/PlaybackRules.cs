using System.ComponentModel.DataAnnotations;

namespace StreamGate.Grains.Playback;

/// <summary>The times that sessions and leases live by. Configured as <c>StreamGate:Playback</c>.</summary>
public sealed class PlaybackRules
{
    /// <summary>What viewers may still finish after their access has ended.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Seconds without a heartbeat after which a session is cut off and its lease is free, 10–240, default 60. Players send a
    /// heartbeat every 30 s. (SESSION_TIMEOUT_SECONDS)
    /// </summary>
    [Range(10, 240, ErrorMessage = "StreamGate:Playback:SessionTimeoutSeconds (SESSION_TIMEOUT_SECONDS) must be 10 to 240 seconds.")]
    public int SessionTimeoutSeconds { get; set; } = 60;

    /// <summary><see cref="SessionTimeoutSeconds"/> as a span.</summary>
    public TimeSpan SessionTimeout => TimeSpan.FromSeconds(SessionTimeoutSeconds);
}
