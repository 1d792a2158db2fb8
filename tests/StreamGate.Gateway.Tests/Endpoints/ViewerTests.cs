using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using StreamGate.Contracts.RateLimiting;
using StreamGate.Contracts.Tickets;
using StreamGate.Gateway.Liveness;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class ViewerTests
{
    private const string Validate = "/api/tokens/validate";

    [Fact]
    public async Task A_good_code_is_answered_with_all_that_a_player_needs()
    {
        await using var gate = await TestGate.OpenAsync("Production");
        gate.Ticket.OnRedeem = () => new RedeemResult.Granted(Samples.Session, Samples.View());
        gate.Streams.Liveness = StreamLiveness.Finished;

        using var response = await gate.Client(https: true).PostAsJsonAsync(Validate, new { code = "  AbCdEf123456 ", unknown = 1 });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.JsonAsync();
        Assert.Equal("https://gate.test", body.GetProperty("playbackBaseUrl").GetString());
        Assert.Equal($"/streams/{Samples.Event}/stream.m3u8", body.GetProperty("streamPath").GetString());
        Assert.Equal("2026-05-03T19:00:00.000Z", body.GetProperty("expiresAt").GetString());
        Assert.Equal(3600, body.GetProperty("tokenExpiresIn").GetInt32());
        Assert.False(body.GetProperty("event").GetProperty("isLive").GetBoolean());
        Assert.Equal(Samples.Session, gate.Tokens.Verify(body.GetProperty("playbackToken").GetString()!)!.Claims.Session);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("playback_session=", cookie, StringComparison.Ordinal);
        Assert.EndsWith($"; max-age=3600; path=/streams/{Samples.Event}/; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.Equal(["token.issued"], gate.Catalogue.Audited.Select(entry => entry.Action));
        Assert.Equal(Samples.Code.Key.GrainKey, gate.Grains.Keys[^1]);
    }

    [Theory]
    [InlineData("audit", false)]
    [InlineData("probe", false)]
    [InlineData("audit", true)]
    public async Task A_ticket_that_was_taken_in_vain_is_free_again(string broken, bool releaseFailsToo)
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Ticket.OnRedeem = () => new RedeemResult.Granted(Samples.Session, Samples.View());
        gate.Ticket.Fails = releaseFailsToo ? new InvalidOperationException() : null;
        gate.Catalogue.AuditFails = broken == "audit" ? new TimeoutException() : null;
        gate.Streams.Fails = broken == "probe" ? new TimeoutException() : null;

        using var response = await gate.Client().PostAsJsonAsync(Validate, new { code = "AbCdEf123456" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal([Samples.Session], gate.Ticket.Released);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_viewer_who_goes_away_does_not_end_the_look_at_the_stream()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Ticket.OnRedeem = () => new RedeemResult.Granted(Samples.Session, Samples.View());

        await gate.Client().PostAsJsonAsync(Validate, new { code = "AbCdEf123456" });

        Assert.False(gate.Streams.CouldBeCancelled);
        Assert.Empty(gate.Ticket.Released);
    }

    [Theory]
    [InlineData("unknown", 401, "Invalid code. Please check your ticket and try again.")]
    [InlineData("revoked", 403, "This code has been revoked. Please contact the event organizer.")]
    [InlineData("off", 403, "This event is no longer available.")]
    [InlineData("in use", 409, "This access code is currently in use on another device.")]
    [InlineData("expired", 410, "This code has expired. Access was available until 1 May 2026, 17:30 UTC.")]
    public async Task A_refusal_has_the_contracts_status_and_words(string what, int status, string words)
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Ticket.OnRedeem = () => what switch
        {
            "revoked" => new RedeemResult.Revoked(),
            "off" => new RedeemResult.EventOff(),
            "in use" => new RedeemResult.InUse(),
            "expired" => new RedeemResult.Expired(new DateTimeOffset(2026, 5, 1, 19, 30, 0, TimeSpan.FromHours(2))),
            _ => new RedeemResult.Unknown(),
        };

        using var response = await gate.Client().PostAsJsonAsync(Validate, new { code = "AbCdEf123456" });

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(words, await response.ErrorAsync());
        Assert.Equal(what == "in use", (await response.JsonAsync()).TryGetProperty("inUse", out _));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_code_of_another_length_is_unknown_counted_and_audited_without_the_code()
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await gate.Client(from: "2001:db8:1:2:3::9").PostAsJsonAsync(Validate, new { code = "short1" });

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(("2001:db8:1:2::/64", new RateLimitRule(5, TimeSpan.FromMinutes(1))), Assert.Single(gate.Limiter.Asked));
        var entry = Assert.Single(gate.Catalogue.Audited);
        Assert.Equal(("ticket.validated", "unknown", "2001:db8:1:2:3::9"), (entry.Action, entry.Outcome, entry.Caller.Ip));
        Assert.NotNull(entry.Ticket);
    }

    [Fact]
    public async Task Too_many_attempts_are_told_when_to_come_back()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Limiter.OnAcquire = () => new RateLimitDecision(false, TimeSpan.FromSeconds(41.2));

        using var response = await gate.Client().PostAsJsonAsync(Validate, new { code = "AbCdEf123456" });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(42), response.Headers.RetryAfter?.Delta);
        Assert.NotEmpty(await response.ErrorAsync());
    }

    [Fact]
    public async Task Refreshing_keeps_the_session_and_is_counted_by_ticket()
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await PlayAsync(gate, "refresh");

        var fresh = gate.Tokens.Verify((await response.JsonAsync()).GetProperty("playbackToken").GetString()!)!;
        Assert.Equal(Samples.Session, fresh.Claims.Session);
        Assert.Equal((Samples.Code.Key.Value, new RateLimitRule(12, TimeSpan.FromHours(1))), Assert.Single(gate.Limiter.Asked));
        Assert.Equal("token.refreshed", Assert.Single(gate.Catalogue.Audited).Action);
    }

    [Theory]
    [InlineData(HeartbeatResult.Ok, 200)]
    [InlineData(HeartbeatResult.NotFound, 404)]
    [InlineData(HeartbeatResult.Conflict, 409)]
    public async Task A_heartbeat_is_answered_as_the_ticket_says(HeartbeatResult result, int status)
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Session.OnHeartbeat = result;

        using var response = await PlayAsync(gate, "heartbeat");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Empty(gate.Limiter.Asked);
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData("heartbeat")]
    [InlineData("release")]
    public async Task No_call_takes_an_expired_token_a_probe_or_none(string call)
    {
        await using var gate = await TestGate.OpenAsync();
        var expired = gate.Tokens.Mint(Samples.Code, Samples.Event, Samples.Session);
        gate.Clock.Advance(TimeSpan.FromHours(1));

        foreach (var token in new[] { expired, gate.Tokens.MintProbe(Samples.Event), "x.y.z", "" })
        {
            using var response = await PlayAsync(gate, call, token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(gate.Ticket.Released);
        Assert.Empty(gate.Limiter.Asked);
    }

    [Fact]
    public async Task A_beacon_releases_with_the_token_as_its_body()
    {
        await using var gate = await TestGate.OpenAsync();
        var token = gate.Tokens.Mint(Samples.Code, Samples.Event, Samples.Session);

        using var response = await gate.Client().PostAsync("/api/playback/release", new StringContent(token));

        Assert.True((await response.JsonAsync()).GetProperty("released").GetBoolean());
        Assert.Equal([Samples.Session], gate.Ticket.Released);
    }

    [Fact]
    public async Task The_status_is_for_holders_of_a_code_of_that_event()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Catalogue.Tickets.Add(Samples.Ticket());
        gate.Catalogue.Tickets.Add(Samples.Ticket(code: "OtherEvent12", id: 4) with { Event = EventId.New(gate.Clock) });

        Assert.Equal(404, await StatusAsync("AbCdEf123456"));
        gate.Event.View = Samples.View();
        gate.Catalogue.Events.Add(Samples.Listing());
        Assert.Equal(401, await StatusAsync("OtherEvent12"));
        Assert.Equal(401, await StatusAsync("Unknown12345"));
        Assert.Equal(401, await StatusAsync(""));
        Assert.Equal(200, await StatusAsync("AbCdEf123456"));
        Assert.Equal(404, (int)(await gate.Client().GetAsync("/api/events/nonsense/status?code=AbCdEf123456")).StatusCode);
        Assert.Empty(gate.Limiter.Asked);

        async Task<int> StatusAsync(string code) => (int)(await gate.Client().GetAsync($"/api/events/{Samples.Event}/status?code={code}")).StatusCode;
    }

    [Fact]
    public async Task The_status_brings_no_event_to_life_for_somebody_without_a_code_of_it()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Event.View = Samples.View();
        gate.Catalogue.Events.Add(Samples.Listing());
        var nowhere = EventId.New(gate.Clock);

        Assert.Equal(HttpStatusCode.NotFound, (await gate.Client().GetAsync($"/api/events/{nowhere}/status?code=AbCdEf123456")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await gate.Client().GetAsync($"/api/events/{nowhere}/status")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await gate.Client().GetAsync($"/api/events/{Samples.Event}/status?code=AbCdEf123456")).StatusCode);

        Assert.Empty(gate.Grains.Keys);
    }

    [Fact]
    public async Task The_log_names_the_route_and_the_hashed_code_and_never_a_query_or_a_code()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Event.View = Samples.View();
        gate.Catalogue.Tickets.Add(Samples.Ticket());

        await gate.Client().GetAsync($"/api/events/{Samples.Event}/status?code=AbCdEf123456&__token=secret");
        await gate.Client().GetAsync("/nowhere?__token=secret");
        await gate.Client().PostAsJsonAsync(Validate, new { code = "AbCdEf123456" });

        var logged = gate.Services.GetRequiredService<FakeLogCollector>().GetSnapshot();
        var lines = logged.Where(line => line.Category == "StreamGate.Gateway.Http.RequestLog").ToList();
        Assert.Equal(3, lines.Count);
        Assert.Equal("/api/events/{id}/status", lines[0].GetStructuredStateValue("Route"));
        Assert.Equal(Samples.Code.Key.Short, lines[0].GetStructuredStateValue("Ticket"));
        Assert.Equal(("(no route)", "404"), (lines[1].GetStructuredStateValue("Route"), lines[1].GetStructuredStateValue("Status")));
        Assert.Equal("203.0.113.7", lines[2].GetStructuredStateValue("Ip"));
        Assert.DoesNotContain(lines, line => line.Message.Contains("AbCdEf123456", StringComparison.Ordinal) || line.Message.Contains("secret", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PlayAsync(TestGate gate, string call, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/playback/{call}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? gate.Tokens.Mint(Samples.Code, Samples.Event, Samples.Session));
        return gate.Client().SendAsync(request);
    }
}
