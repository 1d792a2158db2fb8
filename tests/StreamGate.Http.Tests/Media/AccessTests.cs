namespace StreamGate.Http.Tests.Media;

/// <summary>Who gets a byte of media, and what all others get.</summary>
public sealed class AccessTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task A_token_opens_by_header_query_or_cookie()
    {
        var watching = await WatchAsync();
        var segment = watching.Playlist.Replace("stream.m3u8", "segment0.m4s", StringComparison.Ordinal);
        var caller = gate.NewCaller();

        foreach (var path in new[] { watching.Playlist, segment })
        {
            Assert.Equal(200, (await caller.GetAsync(path, watching.Token)).Status);
            Assert.Equal(200, (await caller.GetAsync($"{path}?__token={watching.Token}")).Status);
            Assert.Equal(200, (await caller.GetAsync(path, null, ("Cookie", $"playback_session={watching.Token}"))).Status);
        }

        Assert.Equal("the bytes of a segment", (await caller.GetAsync(segment, watching.Token)).Text);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("Authorization", "Basic dXNlcjpwYXNz", null)]
    [InlineData("Authorization", "Bearer", null)]
    [InlineData("Authorization", "Bearer garbage", null)]
    [InlineData("Authorization", "Bearer a.b", null)]
    [InlineData("Authorization", "Bearer a.b.c.d", null)]
    [InlineData("Cookie", "playback_session=garbage", null)]
    [InlineData(null, null, "?__token=")]
    [InlineData(null, null, "?__token=garbage")]
    [InlineData(null, null, "?token=a.b.c")]
    public async Task No_token_or_none_that_looks_like_one_gets_a_401(string? name, string? value, string? query)
    {
        var watching = await WatchAsync();
        (string, string)[] headers = name is null ? [] : [(name, value!)];

        var answer = await gate.NewCaller().GetAsync(watching.Playlist + query, null, headers);

        answer.IsProblem(401, "Authorization required");
        Assert.Equal("Bearer", answer.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_token_the_refusal_is_the_same_byte_for_byte()
    {
        var admin = await gate.AdminAsync();
        var stranger = await WatchAsync();
        var refusals = new Dictionary<string, Func<Task<Answer>>>(StringComparer.Ordinal);

        var watching = await WatchAsync();
        refusals["signed by somebody else"] = () => gate.NewCaller().GetAsync(watching.Playlist, watching.Token[..^4] + "AAAA");
        refusals["unsigned"] = () => gate.NewCaller().GetAsync(watching.Playlist, "eyJhbGciOiJub25lIn0.e30.AA");
        refusals["another event's"] = () => gate.NewCaller().GetAsync(watching.Playlist, stranger.Token);
        refusals["no session's"] = () => gate.NewCaller().GetAsync(watching.Playlist, MediaTokens.OfNoSession(gate, new Ticket("", "AAAAAAAAAAAA", EventOf(watching))));
        refusals["a probe's, with GET"] = () => gate.NewCaller().GetAsync(watching.Playlist, MediaTokens.Probe(gate, EventOf(watching)));

        var ticket = await NewTicketAsync(admin);
        var revoked = await gate.NewCaller().WatchAsync(ticket.Code);
        await admin.RevokeAsync(ticket);
        refusals["revoked"] = revoked.PlayAsync;

        ticket = await NewTicketAsync(admin, ("onExtraDevice", "replace-oldest"));
        var superseded = await gate.NewCaller().WatchAsync(ticket.Code);
        await gate.NewCaller().WatchAsync(ticket.Code);
        refusals["superseded"] = superseded.PlayAsync;

        var released = await WatchAsync();
        await released.ReleaseAsync();
        refusals["released"] = released.PlayAsync;

        ticket = await NewTicketAsync(admin);
        var off = await gate.NewCaller().WatchAsync(ticket.Code);
        await admin.PatchAsync($"/api/admin/events/{ticket.Event}/deactivate");
        refusals["an event's that is off"] = off.PlayAsync;

        refusals["a file that is not there, for a stranger"] = () => gate.NewCaller().GetAsync(watching.Playlist + "/none.ts", stranger.Token);

        var expected = Comparable(await refusals["revoked"]());
        foreach (var (what, ask) in refusals)
        {
            var answer = await ask();
            answer.IsProblem(403, "Access denied");
            Assert.Equal((what, expected), (what, Comparable(answer)));
        }
    }

    [Fact]
    public async Task An_expired_token_and_a_silent_session_are_refused_alike()
    {
        var watching = await WatchAsync(("endsAt", gate.Now.AddDays(1)));
        gate.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, (await watching.PlayAsync()).Status);

        gate.Clock.Advance(TimeSpan.FromSeconds(1));
        var silent = await watching.PlayAsync();
        gate.Clock.Advance(TimeSpan.FromHours(1));
        var expired = await watching.PlayAsync();

        silent.IsProblem(403, "Access denied");
        Assert.Equal(Comparable(silent), Comparable(expired));
    }

    [Fact]
    public async Task A_session_is_served_to_the_end_of_its_window_and_a_minute_and_no_longer()
    {
        var watching = await WatchAsync(("startsAt", gate.Now.AddHours(-2)), ("endsAt", gate.Now.AddHours(-1).AddSeconds(20)), ("accessWindowHours", 1));

        gate.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await watching.HeartbeatAsync()).Status);
        gate.Clock.Advance(TimeSpan.FromSeconds(40));
        Assert.Equal(200, (await watching.PlayAsync()).Status);
        gate.Clock.Advance(TimeSpan.FromSeconds(1));

        (await watching.PlayAsync()).IsProblem(403, "Access denied");
    }

    [Fact]
    public async Task A_probe_sees_header_fields_only()
    {
        var watching = await WatchAsync();
        var probe = MediaTokens.Probe(gate, EventOf(watching));

        var answer = await gate.NewCaller().SendAsync(HttpMethod.Head, watching.Playlist, probe);
        Assert.Equal((200, 0), (answer.Status, answer.Bytes.Length));
        Assert.NotNull(answer.Header("Content-Length"));
        Assert.NotNull(answer.Header("Last-Modified"));

        gate.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(403, (await gate.NewCaller().SendAsync(HttpMethod.Head, watching.Playlist, probe)).Status);
    }

    [Fact]
    public async Task Refusals_to_head_have_no_body()
    {
        var watching = await WatchAsync();

        var answer = await gate.NewCaller().SendAsync(HttpMethod.Head, watching.Playlist);

        Assert.Equal((401, 0), (answer.Status, answer.Bytes.Length));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Media_is_for_reading(string method)
    {
        var watching = await WatchAsync();

        var answer = await gate.NewCaller().SendAsync(new HttpMethod(method), watching.Playlist, watching.Token);

        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD, OPTIONS", answer.Header("Allow"));
    }

    private static string EventOf(Watching watching) => watching.Playlist.Split('/')[2];

    private static string Comparable(Answer answer)
    {
        var headers = answer.Headers.Where(header => header.Key is not "Date").OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return $"{string.Join('\n', headers)}\n\n{answer.Text.Replace(answer.Json.Text("traceId"), "<trace>", StringComparison.Ordinal)}";
    }

    private async Task<Ticket> NewTicketAsync(Fixture.Admin admin, params (string, object?)[] changes)
    {
        var ticket = await admin.NewTicketAsync(changes);
        LiveStream.PutFinished(gate, ticket.Event);
        return ticket;
    }

    private async Task<Watching> WatchAsync(params (string, object?)[] changes) =>
        await gate.NewCaller().WatchAsync((await NewTicketAsync(await gate.AdminAsync(), changes)).Code);
}
