namespace StreamGate.Http.Tests.Revocation;

/// <summary>Revoking, un-revoking and bulk-revoking tickets.</summary>
public sealed class RevokeTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task Revoking_shows_the_ticket_and_stops_its_viewer_at_once()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        LiveStream.PutFinished(gate, ticket.Event);
        var watching = await gate.NewCaller().WatchAsync(ticket.Code);
        Assert.Equal(200, (await watching.PlayAsync()).Status);

        var answer = await admin.RevokeAsync(ticket);

        Assert.Equal((200, "revoked", 0), (answer.Status, answer.Data.Text("status"), answer.Data.Number("devices")));
        Assert.Equal(gate.Now, answer.Data.Time("revokedAt"));
        (await watching.PlayAsync()).IsProblem(403, "Access denied");
        (await watching.HeartbeatAsync()).IsProblem(404, "Session not found");
    }

    [Fact]
    public async Task Revoking_twice_keeps_the_first_time()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        var first = (await admin.RevokeAsync(ticket)).Data.Time("revokedAt");
        gate.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first, (await admin.RevokeAsync(ticket)).Data.Time("revokedAt"));
    }

    [Fact]
    public async Task Un_revoking_works_at_once()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        LiveStream.PutFinished(gate, ticket.Event);
        await admin.RevokeAsync(ticket);

        var answer = await admin.UnrevokeAsync(ticket);

        Assert.Equal((200, "unused"), (answer.Status, answer.Data.Text("status")));
        Assert.True(answer.Data.IsNull("revokedAt"));
        Assert.Equal(200, (await (await gate.NewCaller().WatchAsync(ticket.Code)).PlayAsync()).Status);
    }

    [Fact]
    public async Task An_expired_ticket_stays_revoked()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync(("startsAt", gate.Now.AddDays(-4)), ("endsAt", gate.Now.AddDays(-3)), ("accessWindowHours", 1));
        await admin.RevokeAsync(ticket);

        (await admin.UnrevokeAsync(ticket)).IsProblem(409, "This ticket has expired and stays revoked.");

        Assert.Equal("revoked", (await admin.GetAsync($"/api/admin/tokens?eventId={ticket.Event}")).Data[0].Text("status"));
    }

    [Theory]
    [InlineData("0199f5a0-0000-7000-8000-000000000000")]
    [InlineData("nothing")]
    [InlineData("%2e%2e")]
    public async Task An_id_that_no_ticket_has_is_not_found(string id)
    {
        var admin = await gate.AdminAsync();

        Assert.Equal(404, (await admin.PatchAsync($"/api/admin/tokens/{id}/revoke")).Status);
        Assert.Equal(404, (await admin.PatchAsync($"/api/admin/tokens/{id}/unrevoke")).Status);
    }

    [Fact]
    public async Task Many_tickets_are_revoked_in_one_call_and_the_unknown_are_told()
    {
        var admin = await gate.AdminAsync();
        var tickets = await admin.NewTicketsAsync(await admin.NewEventAsync(), 200);
        const string Unknown = "0199f5a0-0000-7000-8000-000000000000";

        var answer = await admin.SendAsync(HttpMethod.Post, "/api/admin/tokens/bulk-revoke", new { tokenIds = tickets.Select(ticket => ticket.Id).Append(Unknown).Append(tickets[0].Id) });

        Assert.Equal(200, answer.Status);
        Assert.Equal(["notFound", "revoked"], answer.Data.Names());
        Assert.Equal(200, answer.Data.Number("revoked"));
        Assert.Equal(Unknown, Assert.Single(answer.Data.GetProperty("notFound").EnumerateArray()).GetString());
        Assert.Equal(200, (await admin.GetAsync($"/api/admin/tokens?eventId={tickets[0].Event}&status=revoked")).Json.Number("total"));
        (await gate.NewCaller().ValidateAsync(tickets[199].Code)).IsProblem(403, "This code has been revoked. Please contact the event organizer.");
    }

    [Theory]
    [InlineData("""{}""", "tokenIds", "must be 1 to 1000 ticket ids")]
    [InlineData("""{"tokenIds":[]}""", "tokenIds", "must be 1 to 1000 ticket ids")]
    [InlineData("""{"tokenIds":["x"]}""", "tokenIds[0]", "is not a ticket's id")]
    [InlineData("""{"tokenIds":[null]}""", "tokenIds[0]", "is not a ticket's id")]
    [InlineData("""{"tokenIds":[7]}""", "tokenIds[0]", "is not of the expected type")]
    [InlineData("""{"tokenIds":"all"}""", "tokenIds", "is not of the expected type")]
    public async Task A_broken_list_revokes_nothing(string body, string field, string reason)
    {
        var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        (await (await gate.AdminAsync()).SendAsync(HttpMethod.Post, "/api/admin/tokens/bulk-revoke", content)).IsInvalid(field, reason);
    }

    [Fact]
    public async Task A_thousand_and_one_are_too_many()
    {
        var ids = Enumerable.Repeat("0199f5a0-0000-7000-8000-000000000000", 1001);

        (await (await gate.AdminAsync()).SendAsync(HttpMethod.Post, "/api/admin/tokens/bulk-revoke", new { tokenIds = ids })).IsInvalid(
            "tokenIds", "must be 1 to 1000 ticket ids");
    }
}
