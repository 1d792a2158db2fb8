namespace StreamGate.Http.Tests.Events;

/// <summary>GET /api/events/{id}/status.</summary>
public sealed class StatusTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task A_waiting_room_sees_the_event_go_by()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync(("startsAt", gate.Now.AddHours(1)), ("endsAt", gate.Now.AddHours(2)), ("accessWindowHours", 1));
        var ticket = (await admin.NewTicketsAsync(shown, 1))[0];
        LiveStream.Put(gate, ticket.Event);

        var before = await StatusAsync(ticket);
        Assert.Equal(["endsAt", "eventId", "startsAt", "status"], before.Json.Names());
        Assert.Equal((200, "not-started", "no-store"), (before.Status, before.Json.Text("status"), before.Header("Cache-Control")));
        Assert.Equal(ticket.Event, before.Json.Text("eventId"));
        Assert.Equal(shown.Time("startsAt"), before.Json.Time("startsAt"));
        Assert.Equal(shown.Time("endsAt"), before.Json.Time("endsAt"));

        gate.Clock.Advance(TimeSpan.FromHours(1));
        LiveStream.Put(gate, ticket.Event);
        Assert.Equal("live", (await StatusAsync(ticket)).Json.Text("status"));
        gate.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal("recording", (await StatusAsync(ticket)).Json.Text("status"));
        gate.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("ended", (await StatusAsync(ticket)).Json.Text("status"));
    }

    [Fact]
    public async Task An_id_that_no_event_has_is_not_found()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        string[] ids = ["0199f5a0-0000-7000-8000-000000000000", "none", ticket.Event.Replace("-", "", StringComparison.Ordinal)];

        foreach (var id in ids)
        {
            (await gate.NewCaller().GetAsync($"/api/events/{id}/status?code={ticket.Code}")).IsProblem(404, "Not found");
        }
    }

    [Fact]
    public async Task Only_a_code_of_the_event_is_told()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        var other = await admin.NewTicketAsync();
        string[] queries = ["", "?code=", "?code=AAAAAAAAAAAA", $"?code={other.Code}", "?code=%00%ff"];

        foreach (var query in queries)
        {
            (await gate.NewCaller().GetAsync($"/api/events/{ticket.Event}/status{query}")).IsProblem(
                401, "Invalid code. Please check your ticket and try again.");
        }
    }

    [Fact]
    public async Task It_is_not_rate_limited()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var caller = gate.NewCaller();

        for (var times = 0; times < 40; times++)
        {
            Assert.Equal(200, (await caller.GetAsync($"/api/events/{ticket.Event}/status?code={ticket.Code}")).Status);
        }
    }

    [Fact]
    public async Task It_takes_no_lease()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();

        await StatusAsync(ticket);

        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    private Task<Answer> StatusAsync(Ticket ticket) => gate.NewCaller().GetAsync($"/api/events/{ticket.Event}/status?code={ticket.Code}");
}
