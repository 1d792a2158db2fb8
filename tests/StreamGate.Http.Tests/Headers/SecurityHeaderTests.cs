namespace StreamGate.Http.Tests.Headers;

/// <summary>What every answer carries, in production behind a proxy that speaks TLS.</summary>
public sealed class SecurityHeaderTests(ProxiedGate gate) : IClassFixture<ProxiedGate>
{
    private const string AnEvent = "0199f5a0-0000-7000-8000-000000000000";
    private static readonly (string, string)[] OverTls = [("X-Forwarded-Proto", "https"), ("X-Forwarded-For", "198.51.100.5")];

    [Theory]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/reference/", 200)]
    [InlineData("GET", "/", 302)]
    [InlineData("POST", "/api/tokens/validate", 415)]
    [InlineData("GET", "/api/tokens/validate", 405)]
    [InlineData("GET", "/api/admin/dashboard", 401)]
    [InlineData("GET", "/api/revocations", 401)]
    [InlineData("GET", "/nothing/here", 404)]
    [InlineData("GET", $"/api/events/{AnEvent}/status", 404)]
    [InlineData("GET", $"/streams/{AnEvent}/stream.m3u8", 401)]
    [InlineData("GET", $"/streams/{AnEvent}/stream.m3u8?__token=a.b.c", 403)]
    [InlineData("POST", $"/streams/{AnEvent}/stream.m3u8", 405)]
    public async Task Every_answer_carries_them(string method, string path, int status)
    {
        var answer = await gate.CallerFrom(ProxiedGate.Proxy).SendAsync(new HttpMethod(method), path, null, null, OverTls);

        Assert.Equal(status, answer.Status);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.StartsWith("default-src 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Header("Strict-Transport-Security"));
        Assert.Null(answer.Header("Server"));
        Assert.Null(answer.Header("X-Powered-By"));
    }

    [Fact]
    public async Task Strict_transport_security_is_not_sent_in_the_clear() =>
        Assert.Null((await gate.NewCaller().GetAsync("/health")).Header("Strict-Transport-Security"));

    [Fact]
    public async Task Cookies_are_for_tls_only()
    {
        var admin = new Fixture.Admin(gate, gate.CallerFrom(ProxiedGate.Proxy));
        var login = await admin.Caller.PostAsync("/api/admin/login", new { password = Gate.Password }, OverTls);
        await admin.SignInAsync();
        var validated = await admin.Caller.ValidateAsync((await admin.NewTicketAsync()).Code, ("X-Forwarded-For", "198.51.100.6"));

        Assert.Contains("secure", Assert.Single(login.Cookies).Split("; "));
        Assert.Contains("secure", Assert.Single(validated.Cookies).Split("; "));
        Assert.Equal("https://video.example.org", validated.Json.Text("playbackBaseUrl"));
    }

    [Fact]
    public async Task The_web_apps_origin_may_administrate()
    {
        var admin = new Fixture.Admin(gate, gate.NewCaller());
        await admin.SignInAsync();

        var answer = await admin.Caller.SendAsync(HttpMethod.Post, "/api/admin/logout", null, null, ("Cookie", admin.Cookie), ("Origin", ProxiedGate.WebApp));

        Assert.Equal(200, answer.Status);
    }
}
