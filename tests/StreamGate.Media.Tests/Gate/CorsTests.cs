using System.Net;

namespace StreamGate.Media.Tests.Gate;

public sealed class CorsTests : IAsyncLifetime
{
    private readonly GateHost _gate = new();

    public async Task InitializeAsync()
    {
        await _gate.InitializeAsync();
        _gate.Root.Write("a.ts", "bytes");
    }

    public Task DisposeAsync() => _gate.DisposeAsync();

    [Fact]
    public async Task A_preflight_of_the_configured_origin_is_answered_without_a_token()
    {
        using var response = await _gate.Send("a.ts", HttpMethod.Options, null, ("Origin", GateHost.AllowedOrigin), ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(GateHost.AllowedOrigin, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("GET, HEAD, OPTIONS", Header(response, "Access-Control-Allow-Methods"));
        Assert.Equal("Authorization, Range", Header(response, "Access-Control-Allow-Headers"));
        Assert.Equal("86400", Header(response, "Access-Control-Max-Age"));
        Assert.Equal("Origin", Header(response, "Vary"));
        Assert.Empty(_gate.Authorizer.Asked);
    }

    [Theory]
    [InlineData("a.ts", GateHost.Token, HttpStatusCode.OK)]
    [InlineData("missing.ts", GateHost.Token, HttpStatusCode.NotFound)]
    [InlineData("a.ts", null, HttpStatusCode.Unauthorized)]
    public async Task The_configured_origin_may_read_answers_and_errors(string path, string? token, HttpStatusCode status)
    {
        using var response = await _gate.Send(path, null, token, ("Origin", GateHost.AllowedOrigin));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal(GateHost.AllowedOrigin, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal("Content-Length, Content-Range, ETag, Age", Header(response, "Access-Control-Expose-Headers"));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://watch.example.com.evil.example")]
    [InlineData("http://watch.example.com")]
    [InlineData("null")]
    public async Task Another_origin_may_not(string origin)
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Options })
        {
            using var response = await _gate.Send("a.ts", method, GateHost.Token, ("Origin", origin));
            Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
            Assert.Equal("Origin", Header(response, "Vary"));
        }
    }

    private static string Header(HttpResponseMessage response, string name) => string.Join(", ", response.Headers.GetValues(name));
}
