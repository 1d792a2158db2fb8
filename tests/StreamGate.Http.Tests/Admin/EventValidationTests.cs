namespace StreamGate.Http.Tests.Admin;

/// <summary>What an event must be, on making and on changing one.</summary>
public sealed class EventValidationTests(Gate gate) : IClassFixture<Gate>
{
    public static TheoryData<string, object?, string> Broken => new()
    {
        { "title", null, "is required" },
        { "title", "", "must not be empty" },
        { "title", "   ", "must not be empty" },
        { "title", new string('t', 201), "must have at most 200 characters" },
        { "title", "two\r\nlines", "must not contain control characters" },
        { "title", 5, "is not of the expected type" },
        { "description", new string('d', 5001), "must have at most 5000 characters" },
        { "startsAt", null, "is required" },
        { "endsAt", null, "is required" },
        { "startsAt", "tomorrow", "must be a time with an offset, like 2026-05-01T18:00:00Z" },
        { "startsAt", "2026-05-01T18:00:00", "must be a time with an offset, like 2026-05-01T18:00:00Z" },
        { "endsAt", 1790000000, "must be a time with an offset, like 2026-05-01T18:00:00Z" },
        { "endsAt", "9999-12-31T23:59:59Z", "must be a time with an offset, like 2026-05-01T18:00:00Z" },
        { "endsAt", "2020-01-01T00:00:00Z", "must be after startsAt" },
        { "accessWindowHours", 0, "must be 1 to 168" },
        { "accessWindowHours", 169, "must be 1 to 168" },
        { "accessWindowHours", -1, "must be 1 to 168" },
        { "accessWindowHours", "48", "is not of the expected type" },
        { "accessWindowHours", 1.5, "is not of the expected type" },
        { "posterUrl", "javascript:alert(1)", "must be an absolute http or https URL" },
        { "posterUrl", "JaVaScRiPt:alert(1)", "must be an absolute http or https URL" },
        { "posterUrl", "data:text/html,x", "must be an absolute http or https URL" },
        { "posterUrl", "file:///etc/passwd", "must be an absolute http or https URL" },
        { "posterUrl", "/poster.jpg", "must be an absolute http or https URL" },
        { "posterUrl", "//example.org/p.jpg", "must be an absolute http or https URL" },
        { "posterUrl", "https://", "must be an absolute http or https URL" },
        { "posterUrl", "https://user:secret@example.org/", "must be an absolute http or https URL" },
        { "posterUrl", "not a url", "must be an absolute http or https URL" },
        { "devicesPerTicket", 0, "must be 1 to 10" },
        { "devicesPerTicket", 11, "must be 1 to 10" },
        { "onExtraDevice", "replace", "must be refuse or replace-oldest" },
        { "onExtraDevice", 1, "is not of the expected type" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_field_is_named(string field, object? value, string reason)
    {
        var admin = await gate.AdminAsync();
        var path = $"/api/admin/events/{(await admin.NewEventAsync()).Text("id")}";
        var before = (await admin.GetAsync(path)).Text;

        (await admin.SendAsync(HttpMethod.Post, "/api/admin/events", admin.EventBody((field, value)))).IsInvalid(field, reason);
        (await admin.SendAsync(HttpMethod.Put, path, admin.EventBody((field, value)))).IsInvalid(field, reason);
        Assert.Equal(before, (await admin.GetAsync(path)).Text);
    }

    [Fact]
    public async Task An_event_of_no_length_is_refused()
    {
        var admin = await gate.AdminAsync();
        var body = admin.EventBody(("startsAt", gate.Now), ("endsAt", gate.Now));

        (await admin.SendAsync(HttpMethod.Post, "/api/admin/events", body)).IsInvalid("endsAt", "must be after startsAt");
    }
}
