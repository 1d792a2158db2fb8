using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StreamGate.Cli.Tests;

/// <summary>Plays the admin API on a real port and remembers what it was asked.</summary>
public sealed class FakeGateway : IAsyncDisposable
{
    public const string Password = "correct horse battery";
    private const string Cookie = "admin_session=s3cret";

    private readonly WebApplication _app;
    private int _serial;

    private FakeGateway(WebApplication app) => _app = app;

    public string Url { get; private set; } = "";

    public string CookieAttributes { get; set; } = "; path=/; secure; samesite=strict; httponly";

    /// <summary>Decides on an answer other than the usual one; null leaves the usual one.</summary>
    public Func<Asked, IResult?> Instead { get; set; } = _ => null;

    public ConcurrentQueue<Asked> Calls { get; } = new();

    public Asked OnlyCallTo(string path) => Assert.Single(Calls, c => c.Path == path);

    public static async Task<FakeGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var gateway = new FakeGateway(builder.Build());
        gateway._app.Run(gateway.AnswerAsync);
        await gateway._app.StartAsync();
        gateway.Url = gateway._app.Urls.Single();
        return gateway;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new Asked(
            http.Request.Method,
            http.Request.Path,
            http.Request.QueryString.Value ?? "",
            http.Request.Headers.Origin.ToString(),
            http.Request.Headers.Cookie.ToString(),
            await reader.ReadToEndAsync());
        Calls.Enqueue(call);
        await (Instead(call) ?? Usual(http, call)).ExecuteAsync(http);
    }

    private IResult Usual(HttpContext http, Asked call)
    {
        if (call.Path == "/api/admin/login")
        {
            if (call.Json.GetProperty("password").GetString() != Password)
            {
                return Error(401, "Invalid credentials");
            }

            http.Response.Headers.SetCookie = Cookie + CookieAttributes;
            return Results.Json(new { data = new { success = true } });
        }

        if (call.Cookie != Cookie || (call.Method != "GET" && call.Origin != Url))
        {
            return Error(403, "Not from here");
        }

        return (call.Method, call.Path) switch
        {
            ("POST", "/api/admin/events") => Results.Json(new { data = new { id = NextId(), title = "t" } }, statusCode: 201),
            ("POST", var path) when path.EndsWith("/tokens/generate", StringComparison.Ordinal) => Generate(call.Json),
            ("PATCH", var path) when path.EndsWith("/revoke", StringComparison.Ordinal) => Results.Json(new { data = new { status = "revoked" } }),
            ("GET", "/api/admin/events") => Results.Json(new
            {
                data = new[] { new { id = "e-1", title = "Gala [2026]\u001b[2J", startsAt = "2026-11-22T18:00:00Z", endsAt = "2026-11-22T20:00:00Z" } },
                page = 1,
                limit = 50,
                total = 7,
            }),
            ("GET", "/api/admin/tokens") => Results.Json(new
            {
                data = new[] { new { id = "t-1", code = "AAAABBBBCCCC", eventId = "e-1", eventTitle = "Gala", label = (string?)null, status = "unused", expiresAt = "2026-11-24T20:00:00Z" } },
                page = 1,
                limit = 50,
                total = 1,
            }),
            _ => Error(404, "No such thing"),
        };
    }

    private IResult Generate(JsonElement asked)
    {
        var count = asked.GetProperty("count").GetInt32();
        var label = asked.GetProperty("label").GetString();
        var tokens = Enumerable.Range(0, count).Select(_ => new
        {
            id = NextId(),
            code = $"C{_serial:D11}",
            label,
            expiresAt = "2026-11-24T20:00:00+00:00",
        }).ToList();
        return count > 500 ? Error(400, "count must be 1-500") : Results.Json(new { data = tokens }, statusCode: 201);
    }

    public static IResult Error(int status, string sentence) => Results.Json(new { error = sentence, status }, statusCode: status);

    private string NextId() => $"01890000-0000-7000-8000-{Interlocked.Increment(ref _serial):D12}";

    public sealed record Asked(string Method, string Path, string Query, string Origin, string Cookie, string Body)
    {
        public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);
    }
}
