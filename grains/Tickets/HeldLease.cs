using StreamGate.Data.Rows;

namespace StreamGate.Grains.Tickets;

/// <summary>A lease and, in memory only, when its session was last heard from on the monotonic clock.</summary>
internal readonly record struct HeldLease(LeaseRow Row, TimeSpan HeardAt)
{
    /// <summary>Whether the session has been heard from within the timeout; the last instant of it counts.</summary>
    public bool IsAlive(TimeSpan now, TimeSpan timeout) => now - HeardAt <= timeout;
}
