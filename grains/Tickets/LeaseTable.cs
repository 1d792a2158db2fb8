using System.Collections.Immutable;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Rows;

namespace StreamGate.Grains.Tickets;

/// <summary>
/// The sessions that hold a ticket, oldest grant first. Every rule of "one device at a time" (or as many as the event allows)
/// is here, as a function of the table, the time and the question.
/// </summary>
internal sealed record LeaseTable(ImmutableArray<HeldLease> Held)
{
    public static LeaseTable Empty { get; } = new([]);

    /// <summary>The rows, as the ticket keeps them.</summary>
    public ImmutableArray<LeaseRow> Rows => Held.IsEmpty ? [] : [.. Held.Select(lease => lease.Row)];

    /// <summary>
    /// The table of a ticket that has just come to life: nobody knows when its holders were last heard from, so each is given one
    /// full timeout. A newcomer may wait longer for that; it is never let in beside a holder.
    /// </summary>
    public static LeaseTable Recover(ImmutableArray<LeaseRow> rows, TimeSpan now) =>
        rows.IsDefaultOrEmpty ? Empty : new([.. rows.Select(row => new HeldLease(row, now))]);

    public HeldLease? Find(SessionId session)
    {
        foreach (var lease in Held)
        {
            if (lease.Row.Session == session)
            {
                return lease;
            }
        }

        return null;
    }

    /// <summary>Room for one more: timed-out holders go, then, if the policy says so, the oldest. Null when there is none.</summary>
    public LeaseGrant? Acquire(LeaseRow wanted, TimeSpan now, TimeSpan timeout, int devices, ExtraDevicePolicy policy)
    {
        var (alive, ended) = Split(now, timeout);
        var surplus = alive.Length + 1 - devices;
        if (surplus > 0 && policy is ExtraDevicePolicy.Refuse)
        {
            return null;
        }

        if (surplus > 0)
        {
            ended = [.. ended, .. alive.Take(surplus).Select(lease => new EndedLease(lease.Row, SessionEnd.Superseded))];
            alive = alive[surplus..];
        }

        return new LeaseGrant(new LeaseTable(alive), new HeldLease(wanted, now), ended);
    }

    /// <summary>What a heartbeat of <paramref name="session"/> is told, and the table after it.</summary>
    /// <param name="devices">How many the event allows: with all places taken, the session must have lost its own to another.</param>
    public (HeartbeatResult Result, LeaseTable After) Hear(SessionId session, TimeSpan now, TimeSpan timeout, int devices)
    {
        if (Find(session) is not { } own)
        {
            var others = Held.Count(lease => lease.IsAlive(now, timeout));
            return (others >= devices ? HeartbeatResult.Conflict : HeartbeatResult.NotFound, this);
        }

        return own.IsAlive(now, timeout)
            ? (HeartbeatResult.Ok, new LeaseTable(Held.Replace(own, own with { HeardAt = now })))
            : (HeartbeatResult.NotFound, Without(session));
    }

    /// <summary>The table without one session.</summary>
    public LeaseTable Without(SessionId session) => new(Held.RemoveAll(lease => lease.Row.Session == session));

    /// <summary>The table without those not heard from for the timeout, and them.</summary>
    public (LeaseTable After, ImmutableArray<EndedLease> Ended) Expire(TimeSpan now, TimeSpan timeout)
    {
        var (alive, ended) = Split(now, timeout);
        return ended.IsEmpty ? (this, ended) : (new LeaseTable(alive), ended);
    }

    /// <summary>How long until the next lease can time out; null when none is held.</summary>
    public TimeSpan? NextExpiry(TimeSpan now, TimeSpan timeout) =>
        Held.IsEmpty ? null : Held.Min(lease => lease.HeardAt) + timeout - now;

    private (ImmutableArray<HeldLease> Alive, ImmutableArray<EndedLease> Ended) Split(TimeSpan now, TimeSpan timeout) =>
        Held.All(lease => lease.IsAlive(now, timeout))
            ? (Held, [])
            : ([.. Held.Where(lease => lease.IsAlive(now, timeout))],
               [.. Held.Where(lease => !lease.IsAlive(now, timeout)).Select(lease => new EndedLease(lease.Row, SessionEnd.TimedOut))]);
}
