namespace StreamGate.Http.Tests.Headers;

/// <summary>Other origins: one may fetch media, none anything else.</summary>
public sealed class CorsTests(ProxiedGate gate) : IClassFixture<ProxiedGate>
{
    private const string Media = "/streams/0199f5a0-0000-7000-8000-000000000000/stream.m3u8";

    [Fact]
    public async Task The_configured_origin_may_fetch_media()
    {
        var answer = await gate.NewCaller().SendAsync(HttpMethod.Options, Media, null, null, Preflight(ProxiedGate.WebApp));

        Assert.Equal(204, answer.Status);
        Assert.Equal(ProxiedGate.WebApp, answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal("GET, HEAD, OPTIONS", answer.Header("Access-Control-Allow-Methods"));
        Assert.Equal("Authorization, Range", answer.Header("Access-Control-Allow-Headers"));
        Assert.Equal("86400", answer.Header("Access-Control-Max-Age"));
        Assert.Contains("Origin", answer.Header("Vary"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task The_configured_origin_may_read_refusals_too() =>
        Assert.Equal(ProxiedGate.WebApp, (await gate.NewCaller().GetAsync(Media, null, ("Origin", ProxiedGate.WebApp))).Header("Access-Control-Allow-Origin"));

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://tickets.example.org")]
    [InlineData("https://tickets.example.org.evil.example")]
    [InlineData("https://tickets.example.org:8443")]
    [InlineData("null")]
    public async Task No_other_origin_may(string origin)
    {
        HasNoCors(await gate.NewCaller().SendAsync(HttpMethod.Options, Media, null, null, Preflight(origin)));
        HasNoCors(await gate.NewCaller().GetAsync(Media, null, ("Origin", origin)));
    }

    [Theory]
    [InlineData("/api/tokens/validate")]
    [InlineData("/api/playback/heartbeat")]
    [InlineData("/api/admin/login")]
    [InlineData("/api/revocations")]
    [InlineData("/health")]
    public async Task Nothing_but_media_is_for_other_origins(string path)
    {
        HasNoCors(await gate.NewCaller().SendAsync(HttpMethod.Options, path, null, null, Preflight(ProxiedGate.WebApp)));
        HasNoCors(await gate.NewCaller().GetAsync(path, null, ("Origin", ProxiedGate.WebApp)));
    }

    private static (string, string)[] Preflight(string origin) =>
        [("Origin", origin), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "authorization,range")];

    private static void HasNoCors(Answer answer) =>
        Assert.DoesNotContain(answer.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
}
