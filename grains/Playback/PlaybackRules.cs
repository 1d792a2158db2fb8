namespace StreamGate.Grains.Playback;

/// <summary>The times that sessions and leases live by.</summary>
public sealed class PlaybackRules
{
    /// <summary>What viewers may still finish after their access has ended.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a session may go without a heartbeat before it is cut off and its lease is free. Players send one every 30 s. Shorter
    /// than the time after which idle grains are collected, so that no lease outlives its ticket's memory.
    /// </summary>
    public TimeSpan SessionTimeout { get; set; } = TimeSpan.FromSeconds(60);
}
