using System.Net;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Tests.Support;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class PublicTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/streams/01976f00-0000-7000-8000-000000000001/stream.m3u8")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var gate = await TestGate.OpenAsync("Production");

        using var response = await gate.Client(https: true).GetAsync(path);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.StartsWith("default-src 'none'; frame-ancestors 'none'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.StartsWith("max-age=31536000", Header(response, "Strict-Transport-Security"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transport_security_is_not_demanded_in_development()
    {
        await using var gate = await TestGate.OpenAsync();

        Assert.Null(Header(await gate.Client(https: true).GetAsync("/health/live"), "Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_gate_is_ready_when_it_has_started_and_its_catalogue_answers()
    {
        await using var gate = await TestGate.OpenAsync();

        Assert.Equal(HttpStatusCode.OK, (await gate.Client().GetAsync("/health/ready")).StatusCode);
        Assert.Equal("ok", (await (await gate.Client().GetAsync("/health")).JsonAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_feed_needs_the_internal_key_and_a_time()
    {
        await using var gate = await TestGate.OpenAsync();
        var since = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        gate.Catalogue.Feed = new RevocationFeed(
            [new(Samples.Code, since)],
            [new(Samples.Event, since, [Samples.Code])]);

        Assert.Equal(401, (int)(await FeedAsync("?since=2026-05-01T00:00:00Z", null)).StatusCode);
        Assert.Equal(401, (int)(await FeedAsync("?since=2026-05-01T00:00:00Z", "another-internal-key")).StatusCode);
        Assert.Equal(400, (int)(await FeedAsync("", TestGate.ApiKey)).StatusCode);
        Assert.Equal(400, (int)(await FeedAsync("?since=yesterday", TestGate.ApiKey)).StatusCode);

        var feed = await (await FeedAsync("?since=2026-05-01T00:00:00Z", TestGate.ApiKey)).JsonAsync();
        Assert.Equal("AbCdEf123456", feed.GetProperty("revocations")[0].GetProperty("code").GetString());
        Assert.Equal("AbCdEf123456", feed.GetProperty("eventDeactivations")[0].GetProperty("tokenCodes")[0].GetString());
        Assert.Equal("2026-05-01T17:58:30.000Z", feed.GetProperty("serverTime").GetString());

        gate.Catalogue.Feed = gate.Catalogue.Feed with { CompleteUntil = since.AddHours(1) };
        var full = await (await FeedAsync("?since=2026-05-01T00:00:00Z", TestGate.ApiKey)).JsonAsync();
        Assert.Equal("2026-05-01T01:00:00.000Z", full.GetProperty("serverTime").GetString());

        async Task<HttpResponseMessage> FeedAsync(string query, string? key)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/revocations" + query);
            request.Headers.TryAddWithoutValidation("X-Internal-Api-Key", key ?? "");
            return await gate.Client().SendAsync(request);
        }
    }

    [Fact]
    public async Task The_document_describes_every_route()
    {
        await using var gate = await TestGate.OpenAsync();

        var paths = (await (await gate.Client().GetAsync("/openapi/v1.json")).JsonAsync()).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "/api/tokens/validate", "/api/playback/refresh", "/api/playback/heartbeat", "/api/playback/release", "/api/events/{id}/status",
                "/streams/{eventId}/{path}", "/health", "/health/live", "/health/ready", "/api/revocations",
                "/api/admin/login", "/api/admin/logout", "/api/admin/dashboard", "/api/admin/events", "/api/admin/events/{id}",
                "/api/admin/events/{id}/deactivate", "/api/admin/events/{id}/reactivate", "/api/admin/events/{id}/archive", "/api/admin/events/{id}/unarchive",
                "/api/admin/events/{id}/tokens", "/api/admin/events/{id}/tokens/generate", "/api/admin/events/{id}/tokens/export",
                "/api/admin/tokens", "/api/admin/tokens/{id}/revoke", "/api/admin/tokens/{id}/unrevoke", "/api/admin/tokens/bulk-revoke",
            },
            paths.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/api/playback/heartbeat", "post", "playbackToken")]
    [InlineData("/streams/{eventId}/{path}", "get", "playbackToken, playbackTokenInQuery, playbackTokenInCookie")]
    [InlineData("/api/revocations", "get", "internalApiKey")]
    [InlineData("/api/admin/tokens/bulk-revoke", "post", "adminSession")]
    [InlineData("/api/admin/login", "post", "")]
    [InlineData("/api/tokens/validate", "post", "")]
    [InlineData("/health", "get", "")]
    public async Task The_document_says_which_credential_opens_a_route(string path, string method, string expected)
    {
        await using var gate = await TestGate.OpenAsync();

        var document = await (await gate.Client().GetAsync("/openapi/v1.json")).JsonAsync();

        var operation = document.GetProperty("paths").GetProperty(path).GetProperty(method);
        var schemes = operation.TryGetProperty("security", out var security)
            ? security.EnumerateArray().SelectMany(need => need.EnumerateObject()).Select(need => need.Name).ToList()
            : [];
        Assert.Equal(expected, string.Join(", ", schemes));
        Assert.All(schemes, scheme => Assert.True(document.GetProperty("components").GetProperty("securitySchemes").TryGetProperty(scheme, out _)));
    }

    [Fact]
    public async Task The_reference_page_fetches_nothing_from_another_host()
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await gate.Client().GetAsync("/reference/");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("https://", page.Replace("https://gate.test", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var policy = Header(response, "Content-Security-Policy")!;
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_leads_to_the_reference()
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await gate.Client().GetAsync("/");

        Assert.Equal((HttpStatusCode.Found, "/reference/"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
