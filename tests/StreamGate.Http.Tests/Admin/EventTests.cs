namespace StreamGate.Http.Tests.Admin;

/// <summary>/api/admin/events: making, reading, changing and switching.</summary>
public sealed class EventTests(Gate gate) : IClassFixture<Gate>
{
    private static readonly string[] EventNames =
    [
        "accessWindowHours", "archivedAt", "createdAt", "deactivatedAt", "description", "devicesPerTicket", "endsAt", "id", "isActive", "isArchived",
        "onExtraDevice", "posterUrl", "startsAt", "tickets", "title", "updatedAt",
    ];

    [Fact]
    public async Task A_new_event_has_its_defaults()
    {
        var admin = await gate.AdminAsync();

        var answer = await admin.SendAsync(HttpMethod.Post, "/api/admin/events", admin.EventBody());

        Assert.Equal(201, answer.Status);
        Assert.Equal(["data"], answer.Json.Names());
        Assert.Equal(EventNames, answer.Data.Names());
        Assert.Equal(["expired", "redeemed", "revoked", "total", "unused"], answer.Data.GetProperty("tickets").Names());
        Assert.Equal((48, 1, "refuse"), (answer.Data.Number("accessWindowHours"), answer.Data.Number("devicesPerTicket"), answer.Data.Text("onExtraDevice")));
        Assert.True(answer.Data.GetProperty("isActive").GetBoolean());
        Assert.False(answer.Data.GetProperty("isArchived").GetBoolean());
        Assert.True(answer.Data.IsNull("posterUrl"));
        Assert.Equal(gate.Now, answer.Data.Time("createdAt"));
        Assert.Equal($"/api/admin/events/{answer.Data.Text("id")}", answer.Header("Location"));
    }

    [Fact]
    public async Task A_new_event_is_read_back_as_it_was_written()
    {
        var admin = await gate.AdminAsync();
        var made = await admin.NewEventAsync(
            ("title", "Ünïcödé — 演奏会 🎻"), ("description", "First line\nsecond line"), ("accessWindowHours", 168), ("posterUrl", "https://example.org/p.png?a=1&b=2"),
            ("devicesPerTicket", 10), ("onExtraDevice", "replace-oldest"));

        var read = await admin.GetAsync($"/api/admin/events/{made.Text("id")}");

        Assert.Equal(200, read.Status);
        Assert.Equal(made.GetRawText(), read.Data.GetRawText());
        Assert.Equal("Ünïcödé — 演奏会 🎻", read.Data.Text("title"));
        Assert.Equal("First line\nsecond line", read.Data.Text("description"));
        Assert.Equal((168, 10, "replace-oldest"), (read.Data.Number("accessWindowHours"), read.Data.Number("devicesPerTicket"), read.Data.Text("onExtraDevice")));
    }

    [Fact]
    public async Task Rescheduling_moves_the_expiry_of_tickets()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync(("accessWindowHours", 2));
        var ticket = (await admin.NewTicketsAsync(shown, 1))[0];
        var body = admin.EventBody(("title", "Moved"), ("endsAt", gate.Now.AddDays(3)), ("accessWindowHours", 5));

        var answer = await admin.SendAsync(HttpMethod.Put, $"/api/admin/events/{ticket.Event}", body);

        Assert.Equal((200, "Moved"), (answer.Status, answer.Data.Text("title")));
        Assert.Equal(1, answer.Data.GetProperty("tickets").Number("total"));
        var listed = (await admin.GetAsync($"/api/admin/tokens?eventId={ticket.Event}")).Data[0];
        Assert.Equal(gate.Now.AddDays(3).AddHours(5), listed.Time("expiresAt"));
        Assert.Equal("Moved", listed.Text("eventTitle"));
        Assert.Equal(gate.Now.AddDays(3).AddHours(5), (await gate.NewCaller().ValidateAsync(ticket.Code)).Json.Time("expiresAt"));
    }

    [Fact]
    public async Task Rescheduling_gives_expired_tickets_their_life_back()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync(("startsAt", gate.Now.AddDays(-4)), ("endsAt", gate.Now.AddDays(-3)), ("accessWindowHours", 1));
        Assert.Equal(410, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);

        await admin.SendAsync(HttpMethod.Put, $"/api/admin/events/{ticket.Event}", admin.EventBody());

        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    [Theory]
    [InlineData("deactivate", "reactivate", "isActive", false, "deactivatedAt")]
    [InlineData("archive", "unarchive", "isArchived", true, "archivedAt")]
    public async Task Switches_show_and_can_be_thrown_twice(string off, string on, string flag, bool whenOff, string since)
    {
        var admin = await gate.AdminAsync();
        var path = $"/api/admin/events/{(await admin.NewEventAsync()).Text("id")}";
        var thrown = gate.Now;

        await admin.PatchAsync($"{path}/{off}");
        gate.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await admin.PatchAsync($"{path}/{off}");
        Assert.Equal((200, whenOff), (answer.Status, answer.Data.GetProperty(flag).GetBoolean()));
        Assert.Equal(thrown, answer.Data.Time(since));

        answer = await admin.PatchAsync($"{path}/{on}");
        Assert.Equal((200, !whenOff), (answer.Status, answer.Data.GetProperty(flag).GetBoolean()));
        Assert.True(answer.Data.IsNull(since));
    }

    [Fact]
    public async Task An_id_that_no_event_has_is_not_found_anywhere()
    {
        var admin = await gate.AdminAsync();
        string[] ids = ["0199f5a0-0000-7000-8000-000000000000", "nothing", "%20", "1"];
        foreach (var id in ids)
        {
            (await admin.GetAsync($"/api/admin/events/{id}")).IsProblem(404, "Event not found");
            (await admin.SendAsync(HttpMethod.Put, $"/api/admin/events/{id}", admin.EventBody())).IsProblem(404, "Event not found");
            (await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{id}", null, ("X-Confirm-Delete", "x"))).IsProblem(404, "Event not found");
            foreach (var change in new[] { "deactivate", "reactivate", "archive", "unarchive" })
            {
                (await admin.PatchAsync($"/api/admin/events/{id}/{change}")).IsProblem(404, "Event not found");
            }

            (await admin.GetAsync($"/api/admin/events/{id}/tokens")).IsProblem(404, "Event not found");
            (await admin.GetAsync($"/api/admin/events/{id}/tokens/export")).IsProblem(404, "Event not found");
            (await admin.SendAsync(HttpMethod.Post, $"/api/admin/events/{id}/tokens/generate", new { count = 1 })).IsProblem(404, "Event not found");
        }
    }
}
