using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>What viewers' devices ask of a gate. They keep no cookies, so that a request is authorised by what it shows and by nothing else.</summary>
internal sealed class Audience(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };

    /// <param name="from">The viewer's address, for a gate that trusts this machine as a proxy.</param>
    public async Task<Answer> ValidateAsync(string code, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/tokens/validate") { Content = JsonContent.Create(new { code }) };
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }

        return await Answer.OfAsync(_http, request);
    }

    /// <summary>Enters a code that must open, and returns the device's place.</summary>
    public async Task<Seat> TakeSeatAsync(string code, string? from = null)
    {
        var answer = (await ValidateAsync(code, from)).Expect(HttpStatusCode.OK).Json;
        return new Seat(new Uri(address, answer.Text("streamPath")), answer.Text("playbackToken"));
    }

    public Task<Answer> HeartbeatAsync(Seat seat) => CallAsync("heartbeat", seat);

    public Task<Answer> ReleaseAsync(Seat seat) => CallAsync("release", seat);

    public Task<Answer> RefreshAsync(Seat seat) => CallAsync("refresh", seat);

    /// <param name="token">Shown as a bearer token; null shows none.</param>
    public async Task<Answer> GetAsync(Uri url, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await Answer.OfAsync(_http, request);
    }

    public void Dispose() => _http.Dispose();

    private async Task<Answer> CallAsync(string what, Seat seat)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/playback/{what}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token);
        return await Answer.OfAsync(_http, request);
    }
}
