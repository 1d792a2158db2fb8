namespace StreamGate.Grains.Tickets;

/// <summary>Why a lease was taken from its session.</summary>
internal enum SessionEnd
{
    /// <summary>The viewer left.</summary>
    Released = 0,

    /// <summary>Not heard from for the timeout.</summary>
    TimedOut = 1,

    /// <summary>A newer session took the lease.</summary>
    Superseded = 2,

    /// <summary>The ticket was revoked.</summary>
    Revoked = 3,
}
