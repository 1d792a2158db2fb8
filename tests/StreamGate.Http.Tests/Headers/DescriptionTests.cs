using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace StreamGate.Http.Tests.Headers;

/// <summary>The OpenAPI document, the reference page and the health routes.</summary>
public sealed partial class DescriptionTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task The_document_lists_every_route_of_the_contract()
    {
        var paths = (await gate.NewCaller().GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        var routes = gate.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>() is not null)
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => (Method: method, Path: "/" + route.RoutePattern.RawText!.Trim('/'))))
            .Where(route => route.Path.StartsWith("/api/", StringComparison.Ordinal) || route.Path.StartsWith("/health", StringComparison.Ordinal))
            .ToList();

        Assert.True(routes.Count >= 26, "Most routes were not found.");
        foreach (var (method, path) in routes)
        {
            Assert.True(paths.TryGetProperty(path, out var item) && item.TryGetProperty(method.ToLowerInvariant(), out _), $"{method} {path} is missing");
        }

        Assert.Equal(["get", "head"], paths.GetProperty("/streams/{eventId}/{path}").Names());
    }

    [Fact]
    public async Task Every_described_operation_says_what_it_answers()
    {
        var paths = (await gate.NewCaller().GetAsync("/openapi/v1.json")).Json.GetProperty("paths");

        foreach (var operation in paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            Assert.NotEqual("", operation.Value.Text("summary"));
            Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), response => response.Name.StartsWith('2'));
        }
    }

    [Fact]
    public async Task The_reference_page_loads_nothing_from_another_host()
    {
        var page = await gate.NewCaller().GetAsync("/reference/");

        Assert.Equal(200, page.Status);
        Assert.DoesNotMatch(Foreign(), page.Text);
        var scripts = ScriptSource().Matches(page.Text);
        Assert.NotEmpty(scripts);
        foreach (var source in scripts.Select(script => script.Groups["source"].Value))
        {
            Assert.Equal(200, (await gate.NewCaller().GetAsync(new Uri(new Uri(gate.Address, "/reference/"), source).PathAndQuery)).Status);
        }

        // Whatever the scripts try, the browser lets them reach this host only.
        var policy = page.Header("Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/ready")]
    public async Task Health_tells_that_it_can_serve_and_shows_figures(string path)
    {
        var answer = await gate.NewCaller().GetAsync(path);

        Assert.Equal((200, "ok", "no-store"), (answer.Status, answer.Json.Text("status"), answer.Header("Cache-Control")));
        foreach (var figure in new[] { "revocationCacheSize", "lastSyncAgo", "segmentCacheEvents", "segmentCacheSizeMB" })
        {
            Assert.True(answer.Json.GetProperty(figure).GetDouble() >= 0);
        }
    }

    [Fact]
    public async Task The_revocation_cache_grows_with_a_revocation()
    {
        var admin = await gate.AdminAsync();
        var before = (await admin.GetAsync("/health")).Json.Number("revocationCacheSize");

        await admin.RevokeAsync(await admin.NewTicketAsync());

        Assert.Equal(before + 1, (await admin.GetAsync("/health")).Json.Number("revocationCacheSize"));
    }

    [Fact]
    public async Task Live_only_says_that_the_process_runs() =>
        Assert.Equal("""{"status":"ok"}""", (await gate.NewCaller().GetAsync("/health/live")).Text);

    [GeneratedRegex("(src|href)\\s*=\\s*[\"'](https?:)?//", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Foreign();

    [GeneratedRegex("<script[^>]*src=\"(?<source>[^\"]+)\"", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptSource();
}
