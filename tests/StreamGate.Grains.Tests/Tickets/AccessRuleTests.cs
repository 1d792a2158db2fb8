using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Rows;
using StreamGate.Grains.Tickets;

namespace StreamGate.Grains.Tests.Tickets;

public sealed class AccessRuleTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddYears(56);
    private static readonly EventView Showing = Event(endsAt: Now);
    private static readonly TicketRow Ticket = new() { Event = Showing.Id };

    [Fact]
    public void A_ticket_opens_its_event_up_to_the_last_instant_of_the_access_window()
    {
        Assert.Equal(Access.Open, AccessRule.Judge(Ticket, Showing, Now.AddHours(48)));
        Assert.Equal(Access.Expired, AccessRule.Judge(Ticket, Showing, Now.AddHours(48).AddTicks(1)));
    }

    [Fact]
    public void A_code_that_was_never_issued_and_one_whose_event_is_gone_are_both_unknown()
    {
        Assert.Equal(Access.Unknown, AccessRule.Judge(null, null, Now));
        Assert.Equal(Access.Unknown, AccessRule.Judge(Ticket, null, Now));
    }

    [Fact]
    public void Revoked_is_said_before_anything_about_the_event()
    {
        var off = Showing with { DeactivatedAt = Now };

        Assert.Equal(Access.Revoked, AccessRule.Judge(Ticket with { RevokedAt = Now }, off, Now.AddYears(1)));
    }

    [Fact]
    public void An_event_that_is_off_is_said_before_that_it_is_over()
    {
        Assert.Equal(Access.EventOff, AccessRule.Judge(Ticket, Showing with { DeactivatedAt = Now }, Now.AddYears(1)));
        Assert.Equal(Access.EventOff, AccessRule.Judge(Ticket, Showing with { ArchivedAt = Now }, Now));
    }

    private static EventView Event(DateTimeOffset endsAt) => new(
        new EventId(new Guid(1, 2, 3, new byte[8])),
        new EventDetails("A concert", "", endsAt.AddHours(-2), endsAt, 48, null, 1, ExtraDevicePolicy.Refuse),
        null, null, endsAt, endsAt, 1);
}
