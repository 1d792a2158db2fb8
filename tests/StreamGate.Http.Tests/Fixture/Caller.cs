using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace StreamGate.Http.Tests.Fixture;

/// <summary>Calls the gate from one address. Keeps no cookies and follows no redirects.</summary>
public sealed class Caller(Gate gate, IPAddress ip)
{
    // Lives as long as the test process; every caller is another address.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(ip, 0));
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    public string Ip => ip.ToString();

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(gate.Address, request.RequestUri!);
        using var response = await _http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    public Task<Answer> SendAsync(HttpMethod method, string path, string? token = null, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return SendAsync(request);
    }

    public Task<Answer> GetAsync(string path, string? token = null, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, token, null, headers);

    public Task<Answer> PostAsync(string path, object body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, null, JsonContent.Create(body), headers);

    /// <summary>Posts text as it is, so that it can be no JSON at all.</summary>
    public Task<Answer> PostTextAsync(string path, string text, string type = "application/json", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, null, new StringContent(text, Encoding.UTF8, type), headers);

    public Task<Answer> ValidateAsync(string code, params (string Name, string Value)[] headers) => PostAsync("/api/tokens/validate", new { code }, headers);

    /// <summary>Redeems a code that must be good.</summary>
    public async Task<Watching> WatchAsync(string code)
    {
        var answer = await ValidateAsync(code);
        Assert.Equal(200, answer.Status);
        return new Watching(this, answer);
    }
}
