namespace StreamGate.Http.Tests.Admin;

/// <summary>DELETE /api/admin/events/{id}.</summary>
public sealed class DeletionTests(Gate gate) : IClassFixture<Gate>
{
    [Theory]
    [InlineData(null, "is required and must be the event's title")]
    [InlineData("", "is required and must be the event's title")]
    [InlineData("a concert", "must be the event's title")]
    [InlineData("A concert ever", "must be the event's title")]
    public async Task Without_the_title_nothing_is_deleted(string? title, string reason)
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        (string, string)[] headers = title is null ? [] : [("X-Confirm-Delete", title)];

        (await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{ticket.Event}", null, headers)).IsInvalid("X-Confirm-Delete", reason);

        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    [Theory]
    [InlineData("A concert", "A concert")]
    [InlineData("Fête 演奏", "F%C3%AAte%20%E6%BC%94%E5%A5%8F")]
    [InlineData("100%25 live", "100%25 live")]
    public async Task The_title_as_it_is_or_percent_encoded_deletes_with_a_204(string title, string header)
    {
        var admin = await gate.AdminAsync();
        var id = (await admin.NewEventAsync(("title", title))).Text("id");

        var answer = await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{id}", null, ("X-Confirm-Delete", header));

        Assert.Equal((204, ""), (answer.Status, answer.Text));
        (await admin.GetAsync($"/api/admin/events/{id}")).IsProblem(404, "Event not found");
    }

    [Fact]
    public async Task Tickets_and_viewers_go_with_their_event()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        LiveStream.PutFinished(gate, ticket.Event);
        var watching = await gate.NewCaller().WatchAsync(ticket.Code);
        Assert.Equal(200, (await watching.PlayAsync()).Status);

        await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{ticket.Event}", null, ("X-Confirm-Delete", "A concert"));

        (await watching.PlayAsync()).IsProblem(403, "Access denied");
        (await gate.NewCaller().ValidateAsync(ticket.Code)).IsProblem(401, "Invalid code. Please check your ticket and try again.");
        Assert.Equal(0, (await admin.GetAsync($"/api/admin/tokens?eventId={ticket.Event}")).Json.Number("total"));
        (await admin.RevokeAsync(ticket)).IsProblem(404, "Ticket not found");
        (await gate.NewCaller().GetAsync($"/api/events/{ticket.Event}/status?code={ticket.Code}")).IsProblem(404, "Not found");
    }
}
