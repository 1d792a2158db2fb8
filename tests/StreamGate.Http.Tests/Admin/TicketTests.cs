namespace StreamGate.Http.Tests.Admin;

/// <summary>Issuing tickets, listing them, and exporting them.</summary>
public sealed class TicketTests(Gate gate) : IClassFixture<Gate>
{
    private static readonly string[] TicketNames =
    [
        "code", "createdAt", "devices", "eventId", "eventTitle", "expiresAt", "id", "label", "redeemedAt", "redeemedIp", "revokedAt", "status",
    ];

    [Fact]
    public async Task Issued_tickets_have_codes_of_twelve_letters_and_digits_all_different()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync();

        var answer = await admin.SendAsync(HttpMethod.Post, $"/api/admin/events/{shown.Text("id")}/tokens/generate", new { count = 500, label = "Press" });

        Assert.Equal(201, answer.Status);
        var tickets = answer.Data.EnumerateArray().ToList();
        Assert.Equal(500, tickets.Select(ticket => ticket.Text("code")).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tickets, ticket => Assert.Matches("^[0-9A-Za-z]{12}$", ticket.Text("code")));
        Assert.Equal(TicketNames, tickets[0].Names());
        Assert.All(tickets, ticket => Assert.Equal(("Press", "unused"), (ticket.Text("label"), ticket.Text("status"))));
        Assert.Equal(shown.Time("endsAt").AddHours(48), tickets[0].Time("expiresAt"));
    }

    [Theory]
    [InlineData("""{"count":0}""", "count", "must be 1 to 500")]
    [InlineData("""{"count":501}""", "count", "must be 1 to 500")]
    [InlineData("""{"count":-5}""", "count", "must be 1 to 500")]
    [InlineData("""{}""", "count", "is required")]
    [InlineData("""{"count":"7"}""", "count", "is not of the expected type")]
    [InlineData("""{"count":99999999999}""", "count", "is not of the expected type")]
    [InlineData("""{"count":1,"label":"a\u0000b"}""", "label", "must not contain control characters")]
    [InlineData("""{"count":1,"label":["x"]}""", "label", "is not of the expected type")]
    public async Task A_broken_order_is_refused_and_issues_nothing(string body, string field, string reason)
    {
        var admin = await gate.AdminAsync();
        var id = (await admin.NewEventAsync()).Text("id");
        var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await admin.SendAsync(HttpMethod.Post, $"/api/admin/events/{id}/tokens/generate", content)).IsInvalid(field, reason);

        Assert.Equal(0, (await admin.GetAsync($"/api/admin/events/{id}/tokens")).Json.Number("total"));
    }

    [Fact]
    public async Task A_redeemed_ticket_shows_when_from_where_and_on_how_many_devices()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync(("devicesPerTicket", 2));
        var first = gate.NewCaller();
        await first.WatchAsync(ticket.Code);
        var redeemed = gate.Now;
        gate.Clock.Advance(TimeSpan.FromSeconds(5));
        await gate.NewCaller().WatchAsync(ticket.Code);

        var listed = (await admin.GetAsync($"/api/admin/tokens?eventId={ticket.Event}")).Data[0];

        Assert.Equal(TicketNames, listed.Names());
        Assert.Equal(("redeemed", first.Ip, 2), (listed.Text("status"), listed.Text("redeemedIp"), listed.Number("devices")));
        Assert.Equal(redeemed, listed.Time("redeemedAt"));
    }

    [Fact]
    public async Task The_export_has_five_columns_and_cells_that_no_spreadsheet_runs()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync(("title", "Café \"Noir\", live"), ("endsAt", "2026-12-24T20:00:00Z"));
        var plain = (await admin.NewTicketsAsync(shown, 1, "Row 1, seat \"5\""))[0];
        gate.Clock.Advance(TimeSpan.FromSeconds(1)); // The export goes by the time of making.
        var formula = (await admin.NewTicketsAsync(shown, 1, "=HYPERLINK(\"x\")"))[0];
        await admin.RevokeAsync(formula);

        var answer = await admin.GetAsync($"/api/admin/events/{shown.Text("id")}/tokens/export");

        Assert.Equal((200, "text/csv; charset=utf-8"), (answer.Status, answer.Header("Content-Type")));
        Assert.StartsWith("attachment; filename=", answer.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        var lines = answer.Text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Code,Event Title,Expires At,Label,Status", lines[0]);
        Assert.Equal($"{plain.Code},\"Café \"\"Noir\"\", live\",2026-12-26T20:00:00Z,\"Row 1, seat \"\"5\"\"\",unused", lines[1]);
        Assert.Equal($"{formula.Code},\"Café \"\"Noir\"\", live\",2026-12-26T20:00:00Z,\"'=HYPERLINK(\"\"x\"\")\",revoked", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task The_export_holds_every_ticket_not_a_page()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync();
        var issued = new List<Ticket>();
        for (var times = 0; times < 3; times++)
        {
            issued.AddRange(await admin.NewTicketsAsync(shown, 500));
        }

        var answer = await admin.GetAsync($"/api/admin/events/{shown.Text("id")}/tokens/export");

        var codes = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[0]);
        Assert.Equal(issued.Select(ticket => ticket.Code).Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
    }
}
