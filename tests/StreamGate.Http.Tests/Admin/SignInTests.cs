using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace StreamGate.Http.Tests.Admin;

/// <summary>POST /api/admin/login and /logout, and who gets in.</summary>
public sealed class SignInTests(Gate gate) : IClassFixture<Gate>
{
    private const string AnId = "0199f5a0-0000-7000-8000-000000000000";

    [Fact]
    public async Task The_right_password_opens_a_session_of_eight_hours()
    {
        var answer = await gate.NewCaller().PostAsync("/api/admin/login", new { password = Gate.Password });

        Assert.Equal((200, """{"data":{"success":true}}"""), (answer.Status, answer.Text));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        var cookie = Assert.Single(answer.Cookies);
        Assert.StartsWith("admin_session=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        var expires = cookie.Split("expires=")[1].Split(';')[0];
        Assert.Equal(gate.Now.AddHours(8), DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("a password for tests onlY")]
    [InlineData(" a password for tests only")]
    [InlineData("x")]
    public async Task A_wrong_password_opens_nothing(string password)
    {
        var answer = await gate.NewCaller().PostAsync("/api/admin/login", new { password });

        answer.IsProblem(401, "Invalid credentials");
        Assert.Empty(answer.Cookies);
    }

    [Fact]
    public async Task A_password_longer_than_bcrypt_reads_opens_nothing() =>
        (await gate.NewCaller().PostAsync("/api/admin/login", new { password = new string('p', 100_000) })).IsProblem(401, "Invalid credentials");

    [Fact]
    public async Task A_session_lasts_eight_hours_however_busy()
    {
        var admin = await gate.AdminAsync();

        gate.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal(200, (await admin.GetAsync("/api/admin/dashboard")).Status);
        gate.Clock.Advance(TimeSpan.FromHours(0.2));

        (await admin.GetAsync("/api/admin/dashboard")).IsProblem(401, "Authorization required");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        var admin = await gate.AdminAsync();
        var other = await gate.AdminAsync();

        var answer = await admin.SendAsync(HttpMethod.Post, "/api/admin/logout");

        Assert.Equal((200, """{"data":{"success":true}}"""), (answer.Status, answer.Text));
        Assert.StartsWith("admin_session=;", Assert.Single(answer.Cookies), StringComparison.Ordinal);
        (await admin.GetAsync("/api/admin/dashboard")).IsProblem(401, "Authorization required");
        Assert.Equal(200, (await other.GetAsync("/api/admin/dashboard")).Status);
    }

    [Fact]
    public async Task Every_admin_route_but_login_asks_for_the_session_first()
    {
        var admin = await gate.AdminAsync();
        await admin.SendAsync(HttpMethod.Post, "/api/admin/logout");
        string?[] cookies = [null, "admin_session=x", admin.Cookie, "admin_session="];
        var routes = AdminRoutes();
        Assert.True(routes.Count >= 18, "Most routes were not found.");

        foreach (var (method, path) in routes)
        {
            foreach (var cookie in cookies)
            {
                (string, string)[] headers = cookie is null ? [("Sec-Fetch-Site", "same-origin")] : [("Sec-Fetch-Site", "same-origin"), ("Cookie", cookie)];
                var answer = await admin.Caller.SendAsync(new HttpMethod(method), path, null, null, headers);
                Assert.True(answer.Status == 401, $"{method} {path} answered {answer.Status.ToString(CultureInfo.InvariantCulture)} to {cookie}");
                answer.IsProblem(401, "Authorization required");
            }
        }
    }

    private List<(string Method, string Path)> AdminRoutes() =>
    [
        .. gate.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/admin", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                .Select(method => (method, "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{id}", AnId, StringComparison.Ordinal))))
            .Where(route => route.Item2 != "/api/admin/login"),
    ];
}
