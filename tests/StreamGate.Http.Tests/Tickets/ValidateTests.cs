namespace StreamGate.Http.Tests.Tickets;

/// <summary>POST /api/tokens/validate.</summary>
public sealed class ValidateTests(Gate gate) : IClassFixture<Gate>
{
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
        Assert.Equal("https://example.org/poster.jpg", answer.Json.GetProperty("event").Text("posterUrl"));
        Assert.Equal(gate.Address.ToString().TrimEnd('/'), answer.Json.Text("playbackBaseUrl"));
        Assert.Equal($"/streams/{ticket.Event}/stream.m3u8", answer.Json.Text("streamPath"));
        Assert.Equal(shown.Time("endsAt").AddHours(48), answer.Json.Time("expiresAt"));
        Assert.Equal(3600, answer.Json.Number("tokenExpiresIn"));
    }
}
