using System.Text.RegularExpressions;

namespace StreamGate.EndToEnd.Tests.Players;

/// <summary>What happens to somebody who is watching in real time.</summary>
[Collection(nameof(OpenGate))]
public sealed partial class WatchingTests(OpenGate open)
{
    private const int FramesASecond = 25;
    private const int AllFrames = 750;

    // The segment that is playing, the one after it that players fetch ahead, and a busy machine.
    private static readonly TimeSpan AboutASegment = TimeSpan.FromSeconds(6);

    private readonly TaskCompletionSource _playing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _frames;

    [Fact]
    public async Task Who_is_revoked_is_cut_off_within_about_a_segment()
    {
        var ticket = await open.SellAsync("Cut off");
        var seat = await open.Audience.TakeSeatAsync(ticket.Code);
        await using var player = await WatchAsync(seat);

        await open.Admin.RevokeAsync(ticket);
        var answered = TimeProvider.System.GetTimestamp();
        (await open.Audience.GetAsync(seat.Segment(14), seat.Token)).Expect(HttpStatusCode.Forbidden);

        await player.EndAsync();
        Assert.InRange(TimeProvider.System.GetElapsedTime(answered), TimeSpan.Zero, AboutASegment);
        Assert.Contains("403", player.Error);
        Assert.InRange(_frames, FramesASecond, AllFrames / 2);
    }

    [Fact]
    public async Task A_second_device_waits_until_the_first_has_let_go()
    {
        var ticket = await open.SellAsync("One device");
        var first = await open.Audience.TakeSeatAsync(ticket.Code);
        await using var player = await WatchAsync(first);
        (await open.Audience.HeartbeatAsync(first)).Expect(HttpStatusCode.OK);

        var refused = (await open.Audience.ValidateAsync(ticket.Code)).Expect(HttpStatusCode.Conflict);
        Assert.True(refused.Json.GetProperty("inUse").GetBoolean());
        Assert.Equal("This access code is currently in use on another device.", refused.Error);
        (await open.Audience.HeartbeatAsync(first)).Expect(HttpStatusCode.OK);
        (await open.Audience.GetAsync(first.Segment(9), first.Token)).Expect(HttpStatusCode.OK);

        (await open.Audience.ReleaseAsync(first)).Expect(HttpStatusCode.OK);
        var second = await open.Audience.TakeSeatAsync(ticket.Code);
        (await open.Audience.GetAsync(second.Segment(9), second.Token)).Expect(HttpStatusCode.OK);
        (await open.Audience.GetAsync(first.Segment(9), first.Token)).Expect(HttpStatusCode.Forbidden);
        (await open.Audience.HeartbeatAsync(first)).Expect(HttpStatusCode.Conflict);
        await player.EndAsync();
        Assert.Contains("403", player.Error);
        Assert.InRange(_frames, FramesASecond, AllFrames / 2);
    }

    [Fact]
    public async Task The_oldest_device_makes_way_where_the_event_says_so()
    {
        var ticket = await open.SellAsync("Make way", onExtraDevice: "replace-oldest");
        var first = await open.Audience.TakeSeatAsync(ticket.Code);
        await using var player = await WatchAsync(first);

        var second = await open.Audience.TakeSeatAsync(ticket.Code);
        (await open.Audience.GetAsync(first.Segment(3), first.Token)).Expect(HttpStatusCode.Forbidden);
        (await open.Audience.HeartbeatAsync(first)).Expect(HttpStatusCode.Conflict);
        (await open.Audience.RefreshAsync(first)).Expect(HttpStatusCode.Conflict);
        (await open.Audience.GetAsync(second.Segment(3), second.Token)).Expect(HttpStatusCode.OK);
        (await open.Audience.HeartbeatAsync(second)).Expect(HttpStatusCode.OK);
        await player.EndAsync();
        Assert.Contains("403", player.Error);
        Assert.InRange(_frames, FramesASecond, AllFrames / 2);
    }

    /// <summary>Starts to watch and returns once a second of the film has gone by.</summary>
    private async Task<Child> WatchAsync(Seat seat)
    {
        var player = Player.Watch(seat.Stream, seat.Token, Hear);
        await _playing.Task.WaitAsync(Deadline.Ready, TimeProvider.System);
        return player;
    }

    private void Hear(string line)
    {
        if (Frame().Match(line) is { Success: true } match)
        {
            _frames = int.Parse(match.Groups["number"].Value);
            if (_frames >= FramesASecond)
            {
                _playing.TrySetResult();
            }
        }
    }

    [GeneratedRegex(@"^frame=\s*(?<number>\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Frame();
}
