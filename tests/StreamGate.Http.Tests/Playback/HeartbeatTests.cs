namespace StreamGate.Http.Tests.Playback;

/// <summary>POST /api/playback/heartbeat and /release.</summary>
public sealed class HeartbeatTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task A_heartbeat_is_answered_ok()
    {
        var answer = await (await WatchAsync()).HeartbeatAsync();

        Assert.Equal((200, """{"ok":true}"""), (answer.Status, answer.Text));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Theory]
    [InlineData("heartbeat")]
    [InlineData("refresh")]
    [InlineData("release")]
    public async Task Without_a_good_token_nothing_is_answered(string call)
    {
        var expired = await WatchAsync();
        var caller = gate.NewCaller();
        var tokens = new[] { null, "", "garbage", "a.b.c", expired.Token[..^3] + "AAA", "eyJhbGciOiJub25lIn0.e30." };

        foreach (var token in tokens)
        {
            (await caller.SendAsync(HttpMethod.Post, $"/api/playback/{call}", token)).IsProblem(401, "Authorization required");
        }

        gate.Clock.Advance(TimeSpan.FromHours(1));
        (await caller.SendAsync(HttpMethod.Post, $"/api/playback/{call}", expired.Token)).IsProblem(401, "Authorization required");
    }

    [Fact]
    public async Task A_session_that_timed_out_is_not_found()
    {
        var watching = await WatchAsync();

        gate.Clock.Advance(TimeSpan.FromSeconds(61));

        (await watching.HeartbeatAsync()).IsProblem(404, "Session not found");
        (await watching.HeartbeatAsync()).IsProblem(404, "Session not found");
    }

    [Fact]
    public async Task Release_frees_the_ticket_and_the_session_is_gone()
    {
        var watching = await WatchAsync();

        var answer = await watching.ReleaseAsync();

        Assert.Equal((200, """{"released":true}"""), (answer.Status, answer.Text));
        Assert.Contains("playback_session=;", Assert.Single(answer.Cookies), StringComparison.Ordinal);
        (await watching.HeartbeatAsync()).IsProblem(404, "Session not found");
        Assert.Equal("""{"released":true}""", (await watching.ReleaseAsync()).Text);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Release_takes_the_token_as_the_body_as_send_beacon_sends_it(string type)
    {
        var watching = await WatchAsync();

        var answer = await watching.Caller.PostTextAsync("/api/playback/release", watching.Token, type);

        Assert.Equal("""{"released":true}""", answer.Text);
        (await watching.HeartbeatAsync()).IsProblem(404, "Session not found");
    }

    [Fact]
    public async Task A_superseded_sessions_release_leaves_the_new_one_alone()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("onExtraDevice", "replace-oldest"));
        var old = await gate.NewCaller().WatchAsync(ticket.Code);
        var current = await gate.NewCaller().WatchAsync(ticket.Code);

        var answer = await old.ReleaseAsync();

        Assert.Equal((200, """{"released":true}"""), (answer.Status, answer.Text));
        Assert.Equal(200, (await current.HeartbeatAsync()).Status);
    }

    [Fact]
    public async Task Release_does_not_read_a_long_body_to_its_end() =>
        (await gate.NewCaller().PostTextAsync("/api/playback/release", new string('a', 5_000), "text/plain")).IsProblem(413, "The body is larger than 1 MiB.");

    private async Task<Watching> WatchAsync() => await gate.NewCaller().WatchAsync((await (await gate.AdminAsync()).NewTicketAsync()).Code);
}
