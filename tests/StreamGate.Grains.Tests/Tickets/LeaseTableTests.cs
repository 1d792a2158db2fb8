using System.Collections.Immutable;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Rows;
using StreamGate.Grains.Tickets;

namespace StreamGate.Grains.Tests.Tickets;

public sealed class LeaseTableTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private static readonly LeaseRow First = Lease(1);
    private static readonly LeaseRow Second = Lease(2);
    private static readonly LeaseRow Third = Lease(3);

    [Fact]
    public void A_free_ticket_is_granted_to_whoever_comes()
    {
        var grant = LeaseTable.Empty.Acquire(First, At(0), Timeout, 1, ExtraDevicePolicy.Refuse);

        Assert.Equal<LeaseRow>([First], grant!.After(At(0)).Rows);
        Assert.Empty(grant.Ended);
    }

    [Fact]
    public void A_second_device_is_refused_while_the_first_is_heard_from()
    {
        Assert.Null(Holding(First).Acquire(Second, At(60), Timeout, 1, ExtraDevicePolicy.Refuse));
    }

    [Fact]
    public void A_second_device_takes_over_from_one_that_has_timed_out()
    {
        var grant = Holding(First).Acquire(Second, At(60.001), Timeout, 1, ExtraDevicePolicy.Refuse);

        Assert.Equal<EndedLease>([new EndedLease(First, SessionEnd.TimedOut)], grant!.Ended);
        Assert.Equal<LeaseRow>([Second], grant.After(At(61)).Rows);
    }

    [Fact]
    public void Two_devices_may_watch_when_the_event_allows_two_and_a_third_is_refused()
    {
        var two = Holding(First).Acquire(Second, At(1), Timeout, 2, ExtraDevicePolicy.Refuse)!.After(At(1));

        Assert.Equal<LeaseRow>([First, Second], two.Rows);
        Assert.Null(two.Acquire(Third, At(2), Timeout, 2, ExtraDevicePolicy.Refuse));
    }

    [Fact]
    public void Replacing_the_oldest_ends_exactly_the_one_that_was_granted_first()
    {
        var two = Holding(First).Acquire(Second, At(1), Timeout, 2, ExtraDevicePolicy.ReplaceOldest)!.After(At(1));
        var grant = two.Acquire(Third, At(2), Timeout, 2, ExtraDevicePolicy.ReplaceOldest)!;

        Assert.Equal<EndedLease>([new EndedLease(First, SessionEnd.Superseded)], grant.Ended);
        Assert.Equal<LeaseRow>([Second, Third], grant.After(At(2)).Rows);
        Assert.Null(grant.Before.Find(First.Session));
    }

    [Fact]
    public void Replacing_prefers_a_holder_that_has_timed_out_over_one_that_is_watching()
    {
        var (_, table) = Holding(First, Second).Hear(First.Session, At(50), Timeout, 2);
        var grant = table.Acquire(Third, At(70), Timeout, 2, ExtraDevicePolicy.ReplaceOldest)!;

        Assert.Equal<EndedLease>([new EndedLease(Second, SessionEnd.TimedOut)], grant.Ended);
        Assert.Equal<LeaseRow>([First, Third], grant.After(At(70)).Rows);
    }

    [Fact]
    public void An_event_that_now_allows_fewer_devices_ends_as_many_as_it_takes()
    {
        var grant = Holding(First, Second).Acquire(Third, At(1), Timeout, 1, ExtraDevicePolicy.ReplaceOldest)!;

        Assert.Equal([First.Session, Second.Session], grant.Ended.Select(ended => ended.Row.Session));
        Assert.Equal<LeaseRow>([Third], grant.After(At(1)).Rows);
    }

    [Fact]
    public void A_heartbeat_keeps_a_lease_for_another_timeout()
    {
        var (result, after) = Holding(First).Hear(First.Session, At(60), Timeout, 1);

        Assert.Equal(HeartbeatResult.Ok, result);
        Assert.Null(after.Acquire(Second, At(120), Timeout, 1, ExtraDevicePolicy.Refuse));
    }

    [Fact]
    public void A_heartbeat_after_the_timeout_is_not_found_and_the_lease_is_dropped()
    {
        var (result, after) = Holding(First).Hear(First.Session, At(60.001), Timeout, 1);

        Assert.Equal(HeartbeatResult.NotFound, result);
        Assert.Empty(after.Held);
    }

    [Fact]
    public void A_heartbeat_is_a_conflict_when_another_session_holds_the_lease()
    {
        Assert.Equal(HeartbeatResult.Conflict, Holding(First).Hear(Second.Session, At(1), Timeout, 1).Result);
    }

    [Fact]
    public void A_heartbeat_of_nobody_is_not_found_when_the_ticket_is_free_or_has_a_place_left()
    {
        Assert.Equal(HeartbeatResult.NotFound, LeaseTable.Empty.Hear(First.Session, At(1), Timeout, 1).Result);
        Assert.Equal(HeartbeatResult.NotFound, Holding(First).Hear(Second.Session, At(1), Timeout, 2).Result);
    }

    [Fact]
    public void A_ticket_that_comes_to_life_again_gives_its_holder_one_full_timeout()
    {
        var recovered = LeaseTable.Recover([First], At(1000));

        Assert.Null(recovered.Acquire(Second, At(1060), Timeout, 1, ExtraDevicePolicy.Refuse));
        Assert.Equal(HeartbeatResult.Ok, recovered.Hear(First.Session, At(1060), Timeout, 1).Result);
        Assert.NotNull(recovered.Acquire(Second, At(1060.001), Timeout, 1, ExtraDevicePolicy.Refuse));
    }

    [Fact]
    public void The_next_expiry_is_that_of_the_holder_heard_from_longest_ago()
    {
        var (_, table) = Holding(First, Second).Hear(First.Session, At(20), Timeout, 2);

        Assert.Equal(TimeSpan.FromSeconds(30), table.NextExpiry(At(30), Timeout));
        Assert.Null(LeaseTable.Empty.NextExpiry(At(30), Timeout));
    }

    [Fact]
    public void Expiring_takes_only_those_not_heard_from()
    {
        var (_, table) = Holding(First, Second).Hear(First.Session, At(50), Timeout, 2);
        var (after, ended) = table.Expire(At(61), Timeout);

        Assert.Equal<LeaseRow>([First], after.Rows);
        Assert.Equal<EndedLease>([new EndedLease(Second, SessionEnd.TimedOut)], ended);
    }

    private static LeaseTable Holding(params ImmutableArray<LeaseRow> rows) => LeaseTable.Recover(rows, At(0));

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static LeaseRow Lease(long epoch) =>
        new(new SessionId(new Guid((int)epoch, 0, 0, new byte[8])), epoch, DateTimeOffset.UnixEpoch, "192.0.2.1");
}
