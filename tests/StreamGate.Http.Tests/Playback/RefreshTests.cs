using System.Text;

namespace StreamGate.Http.Tests.Playback;

/// <summary>POST /api/playback/refresh.</summary>
public sealed class RefreshTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task A_refreshed_token_is_another_one_for_the_same_session()
    {
        var watching = await WatchAsync(await NewTicketAsync());
        gate.Clock.Advance(TimeSpan.FromSeconds(30));

        var answer = await watching.RefreshAsync();

        Assert.Equal(200, answer.Status);
        Assert.Equal(["playbackToken", "tokenExpiresIn"], answer.Json.Names());
        Assert.Equal(3600, answer.Json.Number("tokenExpiresIn"));
        var (before, after) = (ClaimsOf(watching.Token), ClaimsOf(answer.Json.Text("playbackToken")));
        Assert.Equal(["eid", "exp", "iat", "sid", "sp", "sub"], after.Names());
        Assert.Equal(before.Text("sid"), after.Text("sid"));
        Assert.Equal(before.Number("exp") + 30, after.Number("exp"));
        Assert.Equal(3600, after.Number("exp") - after.Number("iat"));
        Assert.StartsWith("playback_session=" + answer.Json.Text("playbackToken"), Assert.Single(answer.Cookies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refreshing_is_a_sign_of_life()
    {
        var watching = await WatchAsync(await NewTicketAsync());

        for (var times = 0; times < 3; times++)
        {
            gate.Clock.Advance(TimeSpan.FromSeconds(45));
            Assert.Equal(200, (await watching.RefreshAsync()).Status);
        }

        Assert.Equal(200, (await watching.HeartbeatAsync()).Status);
    }

    [Fact]
    public async Task A_session_that_is_over_is_not_refreshed()
    {
        var watching = await WatchAsync(await NewTicketAsync());
        await watching.ReleaseAsync();

        (await watching.RefreshAsync()).IsProblem(404, "Session not found");
    }

    [Fact]
    public async Task A_session_that_another_took_over_gets_a_conflict()
    {
        var ticket = await NewTicketAsync();
        var watching = await WatchAsync(ticket);
        await watching.ReleaseAsync();
        await WatchAsync(ticket);

        (await watching.RefreshAsync()).IsProblem(409, "Session conflict");
    }

    [Fact]
    public async Task A_revoked_tickets_session_is_not_refreshed()
    {
        var ticket = await NewTicketAsync();
        var watching = await WatchAsync(ticket);
        await (await gate.AdminAsync()).RevokeAsync(ticket);

        (await watching.RefreshAsync()).IsProblem(403, "This code has been revoked. Please contact the event organizer.");
    }

    [Fact]
    public async Task A_session_of_an_event_that_is_off_is_not_refreshed()
    {
        var ticket = await NewTicketAsync();
        var watching = await WatchAsync(ticket);
        await (await gate.AdminAsync()).PatchAsync($"/api/admin/events/{ticket.Event}/deactivate");

        (await watching.RefreshAsync()).IsProblem(403, "This event is no longer available.");
    }

    [Fact]
    public async Task A_deleted_events_session_is_unknown()
    {
        var admin = await gate.AdminAsync();
        var ticket = await NewTicketAsync();
        var watching = await WatchAsync(ticket);
        await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{ticket.Event}", null, ("X-Confirm-Delete", "A concert"));

        (await watching.RefreshAsync()).IsProblem(401, "Invalid code. Please check your ticket and try again.");
    }

    [Fact]
    public async Task After_the_access_window_it_says_until_when_access_was()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("endsAt", gate.Now.AddMinutes(-50 + 60)), ("startsAt", gate.Now.AddHours(-3)), ("accessWindowHours", 1));
        var ended = gate.Now.AddMinutes(70);
        gate.Clock.Advance(TimeSpan.FromMinutes(69.5));
        var watching = await WatchAsync(ticket);

        gate.Clock.Advance(TimeSpan.FromMinutes(1));

        (await watching.RefreshAsync()).IsProblem(
            410, FormattableString.Invariant($"This code has expired. Access was available until {ended:d MMMM yyyy, HH:mm} UTC."));
    }

    private static JsonElement ClaimsOf(string token)
    {
        var payload = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '=')))).RootElement;
    }

    private async Task<Ticket> NewTicketAsync() => await (await gate.AdminAsync()).NewTicketAsync();

    private Task<Watching> WatchAsync(Ticket ticket) => gate.NewCaller().WatchAsync(ticket.Code);
}
