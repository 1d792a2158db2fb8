namespace StreamGate.Http.Tests.Tickets;

/// <summary>POST /api/tokens/validate.</summary>
public sealed class ValidateTests(Gate gate) : IClassFixture<Gate>
{
    private const string Unknown = "Invalid code. Please check your ticket and try again.";

    [Fact]
    public async Task A_good_code_opens_its_event()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync(("posterUrl", "https://example.org/poster.jpg"));
        var ticket = (await admin.NewTicketsAsync(shown, 1))[0];

        var answer = await gate.NewCaller().ValidateAsync(ticket.Code);

        Assert.Equal(200, answer.Status);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(["event", "expiresAt", "playbackBaseUrl", "playbackToken", "streamPath", "tokenExpiresIn"], answer.Json.Names());
        Assert.Equal(["description", "endsAt", "isLive", "posterUrl", "startsAt", "title"], answer.Json.GetProperty("event").Names());
        Assert.Equal("A concert", answer.Json.GetProperty("event").Text("title"));
        Assert.Equal("Strings and brass", answer.Json.GetProperty("event").Text("description"));
        Assert.Equal("https://example.org/poster.jpg", answer.Json.GetProperty("event").Text("posterUrl"));
        Assert.Equal(gate.Address.ToString().TrimEnd('/'), answer.Json.Text("playbackBaseUrl"));
        Assert.Equal($"/streams/{ticket.Event}/stream.m3u8", answer.Json.Text("streamPath"));
        Assert.Equal(shown.Time("endsAt").AddHours(48), answer.Json.Time("expiresAt"));
        Assert.Equal(3600, answer.Json.Number("tokenExpiresIn"));
    }

    [Fact]
    public async Task Times_are_iso_8601_in_utc()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("endsAt", "2027-02-01T01:00:00+02:00"), ("accessWindowHours", 1));

        var answer = await gate.NewCaller().ValidateAsync(ticket.Code);

        Assert.Equal("2027-01-31T23:00:00.000Z", answer.Json.GetProperty("event").Text("endsAt"));
        Assert.Equal("2027-02-01T00:00:00.000Z", answer.Json.Text("expiresAt"));
    }

    [Fact]
    public async Task Space_around_a_code_does_no_harm()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();

        Assert.Equal(200, (await gate.NewCaller().ValidateAsync($"  {ticket.Code}\t\n")).Status);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_code_that_nobody_was_given_is_unknown_whatever_its_length(string code) =>
        (await gate.NewCaller().ValidateAsync(code)).IsProblem(401, Unknown);

    [Fact]
    public async Task Codes_mind_the_case()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var swapped = string.Concat(ticket.Code.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter)));

        (await gate.NewCaller().ValidateAsync(swapped)).IsProblem(401, Unknown);
    }

    [Fact]
    public async Task A_revoked_code_says_so()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        await admin.RevokeAsync(ticket);

        (await gate.NewCaller().ValidateAsync(ticket.Code)).IsProblem(403, "This code has been revoked. Please contact the event organizer.");
    }

    [Theory]
    [InlineData("deactivate", "reactivate")]
    [InlineData("archive", "unarchive")]
    public async Task An_event_that_is_off_says_so_until_it_is_on_again(string off, string on)
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();

        await admin.PatchAsync($"/api/admin/events/{ticket.Event}/{off}");
        (await gate.NewCaller().ValidateAsync(ticket.Code)).IsProblem(403, "This event is no longer available.");

        await admin.PatchAsync($"/api/admin/events/{ticket.Event}/{on}");
        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    [Fact]
    public async Task A_revoked_ticket_of_an_event_that_is_off_is_told_of_the_revocation()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        await admin.RevokeAsync(ticket);
        await admin.PatchAsync($"/api/admin/events/{ticket.Event}/deactivate");

        (await gate.NewCaller().ValidateAsync(ticket.Code)).IsProblem(403, "This code has been revoked. Please contact the event organizer.");
    }

    [Fact]
    public async Task An_expired_code_says_until_when_it_was_good()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(
            ("startsAt", "2026-10-01T18:00:00Z"), ("endsAt", "2026-10-01T20:00:00Z"), ("accessWindowHours", 3));

        (await gate.NewCaller().ValidateAsync(ticket.Code)).IsProblem(
            410, "This code has expired. Access was available until 1 October 2026, 23:00 UTC.");
    }

    [Fact]
    public async Task The_access_window_is_good_to_its_last_instant()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync(("endsAt", gate.Now.AddHours(1)), ("accessWindowHours", 1));
        var tickets = await admin.NewTicketsAsync(shown, 2);

        gate.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(tickets[0].Code)).Status);

        gate.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(410, (await gate.NewCaller().ValidateAsync(tickets[1].Code)).Status);
    }

    [Fact]
    public async Task The_playback_cookie_is_for_its_events_paths_and_out_of_scripts_reach()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();

        var answer = await gate.NewCaller().ValidateAsync(ticket.Code);

        var cookie = Assert.Single(answer.Cookies);
        Assert.StartsWith($"playback_session={answer.Json.Text("playbackToken")};", cookie, StringComparison.Ordinal);
        Assert.Contains($"path=/streams/{ticket.Event}/;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("max-age=3600", cookie, StringComparison.Ordinal);
    }
}
