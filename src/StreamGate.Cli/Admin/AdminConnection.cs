using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace StreamGate.Cli.Admin;

/// <summary>
/// A logged-in conversation with the admin API: carries the session cookie, proves its origin, and turns every failed call
/// into a <see cref="CliException"/> with the server's own sentence.
/// </summary>
public sealed class AdminConnection : IDisposable
{
    private const string CookieName = "admin_session=";
    private const int LargestAnswer = 64 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private string? _cookie;

    private AdminConnection(Uri gateway)
    {
        // Redirects are not followed: they would carry the password, or the cookie, somewhere else.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = gateway,
            Timeout = Patience,
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <summary>Logs in. Throws a <see cref="CliException"/> when nobody answers or the password is wrong.</summary>
    public static async Task<AdminConnection> OpenAsync(GatewayAddress address, CancellationToken cancel)
    {
        var connection = new AdminConnection(address.Url);
        try
        {
            await connection.LogInAsync(address.Password, cancel);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Makes one call and returns the whole answer; a default element when it has no body.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var request = Request(method, path, body);
        using var answer = await ExchangeAsync(request, cancel);
        return await ReadAsync(answer, cancel);
    }

    public void Dispose() => _http.Dispose();

    private async Task LogInAsync(string password, CancellationToken cancel)
    {
        using var request = Request(HttpMethod.Post, "api/admin/login", new { password });
        using var answer = await ExchangeAsync(request, cancel);
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var values) ? values : [];
        var cookie = cookies.FirstOrDefault(value => value.StartsWith(CookieName, StringComparison.Ordinal))
            ?? throw new CliException(ExitCodes.Failed, $"{_http.BaseAddress} gave no admin session; is it a StreamGate gateway?");
        if (cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) && !MayCarrySecrets(_http.BaseAddress!))
        {
            throw new CliException(ExitCodes.Denied, "The gateway's admin session is for https only; give its https address.");
        }

        _cookie = cookie.Split(';', 2)[0];
    }

    // Like browsers, which count this machine as a secure place (W3C Secure Contexts, section 3.1).
    private static bool MayCarrySecrets(Uri gateway) => gateway.Scheme == Uri.UriSchemeHttps || gateway.IsLoopback;

    private HttpRequestMessage Request(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("Origin", _http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        if (_cookie is not null)
        {
            request.Headers.Add("Cookie", _cookie);
        }

        return request;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        var answer = await SendToServerAsync(request, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            var code = answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? ExitCodes.Denied : ExitCodes.Failed;
            throw new CliException(code, await ServerSentence.OfAsync(answer, cancel));
        }
    }

    private async Task<HttpResponseMessage> SendToServerAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            return await _http.SendAsync(request, cancel);
        }
        catch (HttpRequestException failure)
        {
            throw new CliException(ExitCodes.Unreachable, $"No gateway answers at {_http.BaseAddress} ({failure.Message}). Is it running?", failure);
        }
        catch (TaskCanceledException failure) when (!cancel.IsCancellationRequested)
        {
            throw new CliException(ExitCodes.Unreachable, $"{_http.BaseAddress} did not answer within {Patience.TotalSeconds} s.", failure);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        try
        {
            return answer.StatusCode == HttpStatusCode.NoContent
                ? default
                : await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        }
        catch (JsonException failure)
        {
            throw new CliException(ExitCodes.Failed, "The answer is not JSON; is this a StreamGate gateway?", failure);
        }
    }
}
