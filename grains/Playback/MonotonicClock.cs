namespace StreamGate.Grains.Playback;

/// <summary>Time that never jumps, for everything that is a duration: an administrator who sets the wall clock must not end a session.</summary>
internal static class MonotonicClock
{
    /// <summary>Time since an origin that is fixed for this process.</summary>
    public static TimeSpan Monotonic(this TimeProvider clock) => clock.GetElapsedTime(0);
}
