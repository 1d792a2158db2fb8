using System.Net.Http.Json;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>Somebody who is signed in to the admin console.</summary>
internal sealed class Admin : IDisposable
{
    private readonly HttpClient _http;
    private string? _cookie;

    private Admin(Uri address) => _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };

    public static async Task<Admin> LogInAsync(Uri address, string password)
    {
        var admin = new Admin(address);
        using var request = admin.Request(HttpMethod.Post, "login", new { password });
        using var response = await admin._http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        admin._cookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return admin;
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = Request(method, path, body);
        return await Answer.OfAsync(_http, request);
    }

    /// <summary>All of a list, page after page.</summary>
    public async Task<IReadOnlyList<JsonElement>> ListAsync(string path)
    {
        List<JsonElement> all = [];
        for (var page = 1; ; page++)
        {
            var answer = (await SendAsync(HttpMethod.Get, $"{path}{(path.Contains('?') ? '&' : '?')}limit=100&page={page}")).Expect(HttpStatusCode.OK).Json;
            all.AddRange(answer.GetProperty("data").EnumerateArray());
            if (all.Count >= answer.GetProperty("total").GetInt32())
            {
                return all;
            }
        }
    }

    /// <summary>Makes an event that is live and returns its id.</summary>
    public async Task<string> CreateEventAsync(string title, int devicesPerTicket = 1, string onExtraDevice = "refuse")
    {
        var now = TimeProvider.System.GetUtcNow();
        var body = new { title, startsAt = now.AddHours(-1), endsAt = now.AddHours(2), devicesPerTicket, onExtraDevice };
        return (await SendAsync(HttpMethod.Post, "events", body)).Expect(HttpStatusCode.Created).Data.Text("id");
    }

    public async Task<IReadOnlyList<IssuedTicket>> IssueAsync(string eventId, int count)
    {
        var answer = await SendAsync(HttpMethod.Post, $"events/{eventId}/tokens/generate", new { count });
        return [.. answer.Expect(HttpStatusCode.Created).Data.EnumerateArray().Select(ticket => new IssuedTicket(ticket.Text("id"), ticket.Text("code"), eventId))];
    }

    /// <summary>When this returns, nobody watches by the ticket any more.</summary>
    public async Task RevokeAsync(IssuedTicket ticket) =>
        (await SendAsync(HttpMethod.Patch, $"tokens/{ticket.Id}/revoke")).Expect(HttpStatusCode.OK);

    public async Task DeactivateAsync(string eventId) =>
        (await SendAsync(HttpMethod.Patch, $"events/{eventId}/deactivate")).Expect(HttpStatusCode.OK);

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, $"api/admin/{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        if (_cookie is not null)
        {
            request.Headers.Add("Cookie", _cookie);
        }

        return request;
    }
}
