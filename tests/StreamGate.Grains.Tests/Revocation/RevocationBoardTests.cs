using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;
using StreamGate.Grains.Revocation;

namespace StreamGate.Grains.Tests.Revocation;

public sealed class RevocationBoardTests
{
    private static readonly TicketKey Ticket = TicketCode.Draw().Key;
    private static readonly EventId Event = new(new Guid(1, 2, 3, new byte[8]));
    private static readonly DateTimeOffset Later = DateTimeOffset.UnixEpoch.AddDays(1);

    [Fact]
    public void The_newest_notice_counts_in_whatever_order_notices_come()
    {
        var board = new RevocationBoard(TimeProvider.System);
        board.Pin(BoardNotices.Of(new TicketNotice(Ticket, 3, Revoked: false, Later)));
        board.Pin(BoardNotices.Of(new TicketNotice(Ticket, 2, Revoked: true, Later)));
        Assert.False(board.IsRevoked(Ticket));

        board.Pin(BoardNotices.Of(new TicketNotice(Ticket, 4, Revoked: true, Later)));
        Assert.True(board.IsRevoked(Ticket));
    }

    [Fact]
    public void A_deleted_event_can_never_come_back()
    {
        var board = new RevocationBoard(TimeProvider.System);
        board.Pin(BoardNotices.Of(new EventNotice(Event, long.MaxValue, IsAvailable: false, Later)));
        board.Pin(BoardNotices.Of(new EventNotice(Event, 9, IsAvailable: true, Later)));

        Assert.False(board.Find(Event)!.IsAvailable);
    }

    [Fact]
    public void A_notice_is_forgotten_only_when_no_session_could_still_ask()
    {
        var board = new RevocationBoard(TimeProvider.System);
        board.Pin(BoardNotices.Of(new TicketNotice(Ticket, 1, Revoked: true, Later)));

        board.Sweep(Later);
        Assert.True(board.IsRevoked(Ticket));

        board.Sweep(Later.AddTicks(1));
        Assert.Equal(0, board.Notices);
    }

    [Fact]
    public void An_events_notice_outlives_its_access_by_more_than_any_timeout()
    {
        var board = new RevocationBoard(TimeProvider.System);
        board.Pin(BoardNotices.Of(new EventNotice(Event, 2, IsAvailable: false, Later)));

        board.Sweep(Later.AddMinutes(10));
        Assert.NotNull(board.Find(Event));

        board.Sweep(Later.AddMinutes(10).AddTicks(1));
        Assert.Equal(0, board.Notices);
    }
}
