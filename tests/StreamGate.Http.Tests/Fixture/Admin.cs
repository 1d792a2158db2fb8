namespace StreamGate.Http.Tests.Fixture;

/// <summary>An admin in a browser: sends its cookie and the browser's proof of origin.</summary>
public sealed class Admin(Gate gate, Caller caller)
{
    private static readonly (string Name, string Value) SameOrigin = ("Sec-Fetch-Site", "same-origin");

    public Caller Caller => caller;

    /// <summary><c>admin_session=…</c>, as a browser sends it back.</summary>
    public string Cookie { get; private set; } = "";

    public async Task SignInAsync()
    {
        var answer = await caller.PostAsync("/api/admin/login", new { password = Gate.Password });
        Assert.Equal(200, answer.Status);
        Cookie = Assert.Single(answer.Cookies).Split(';')[0];
    }

    public Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, params (string Name, string Value)[] headers) =>
        caller.SendAsync(method, path, null, body as HttpContent ?? (body is null ? null : JsonContent.Create(body)), [("Cookie", Cookie), SameOrigin, .. headers]);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PatchAsync(string path) => SendAsync(HttpMethod.Patch, path);

    /// <summary>An event on its way since ten minutes and for two hours more, changed by <paramref name="changes"/>.</summary>
    public Dictionary<string, object?> EventBody(params (string Name, object? Value)[] changes)
    {
        var body = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["title"] = "A concert",
            ["description"] = "Strings and brass",
            ["startsAt"] = gate.Now.AddMinutes(-10),
            ["endsAt"] = gate.Now.AddHours(2),
        };
        foreach (var (name, value) in changes)
        {
            body[name] = value;
        }

        return body;
    }

    public async Task<JsonElement> NewEventAsync(params (string Name, object? Value)[] changes)
    {
        var answer = await SendAsync(HttpMethod.Post, "/api/admin/events", EventBody(changes));
        Assert.Equal(201, answer.Status);
        return answer.Data;
    }

    public async Task<Ticket[]> NewTicketsAsync(JsonElement shown, int count, string? label = null)
    {
        var answer = await SendAsync(HttpMethod.Post, $"/api/admin/events/{shown.Text("id")}/tokens/generate", new { count, label });
        Assert.Equal(201, answer.Status);
        return [.. answer.Data.EnumerateArray().Select(ticket => new Ticket(ticket.Text("id"), ticket.Text("code"), shown.Text("id")))];
    }

    /// <summary>A ticket of an event of its own.</summary>
    public async Task<Ticket> NewTicketAsync(params (string Name, object? Value)[] changes) =>
        (await NewTicketsAsync(await NewEventAsync(changes), 1))[0];

    public Task<Answer> RevokeAsync(Ticket ticket) => PatchAsync($"/api/admin/tokens/{ticket.Id}/revoke");

    public Task<Answer> UnrevokeAsync(Ticket ticket) => PatchAsync($"/api/admin/tokens/{ticket.Id}/unrevoke");
}
