using System.Net;
using System.Net.Http.Json;
using System.Text;
using StreamGate.Gateway.Tests.Support;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/api/tokens/validate", 405)]
    [InlineData("GET", "/bug", 500)]
    [InlineData("GET", "/api/admin/events", 401)]
    public async Task Every_error_has_the_same_shape(string method, string path, int status)
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await gate.Client().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.JsonAsync();
        Assert.NotEmpty(body.GetProperty("error").GetString()!);
        Assert.NotEmpty(body.GetProperty("title").GetString()!);
        Assert.Equal(status, body.GetProperty("status").GetInt32());
        Assert.NotEmpty(body.GetProperty("traceId").GetString()!);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_bug_tells_nothing_of_itself()
    {
        await using var gate = await TestGate.OpenAsync();

        var body = await gate.Client().GetAsync("/bug");

        Assert.DoesNotContain("secret detail", await body.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"code\":5}", "code")]
    [InlineData("{\"code\":null}", "code")]
    [InlineData("{}", "code")]
    [InlineData("{\"code\":\"\"}", "code")]
    [InlineData("{\"code\":\"   \"}", "code")]
    [InlineData("{\"code\":\"AbC-ef123456\"}", "code")]
    [InlineData("{\"code\":\"AbCdéf123456\"}", "code")]
    [InlineData("{\"code\":{\"a\":1}}", "code")]
    [InlineData("{\"code\":\"12345678901234567890123456789012345678901234567890123456789012345\"}", "code")]
    [InlineData("", null)]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("{\"code\":", null)]
    [InlineData("{\"code\":\"AbCdEf123456\"} trailing", null)]
    public async Task A_body_of_another_shape_is_a_400_that_names_the_field(string json, string? field)
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await gate.Client().PostAsync("/api/tokens/validate", Json(json));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var body = await response.JsonAsync();
        Assert.Equal(field, body.TryGetProperty("field", out var named) ? named.GetString() : null);
        Assert.Contains(field ?? "JSON", body.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_a_mebibyte_is_a_413()
    {
        await using var gate = await TestGate.OpenAsync();
        var large = $$"""{"code":"AbCdEf123456","extra":"{{new string('x', 1024 * 1024)}}"}""";

        using var response = await gate.Client().PostAsync("/api/tokens/validate", Json(large));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_a_415()
    {
        await using var gate = await TestGate.OpenAsync();

        using var response = await gate.Client().PostAsync("/api/tokens/validate", new StringContent("code=AbCdEf123456", Encoding.UTF8, "application/x-www-form-urlencoded"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.NotEmpty(await response.ErrorAsync());
    }

    [Fact]
    public async Task A_cluster_that_does_not_answer_is_a_503_that_may_be_tried_again()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Ticket.OnRedeem = () => throw new TimeoutException();

        using var response = await gate.Client().PostAsJsonAsync("/api/tokens/validate", new { code = "AbCdEf123456" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_rate_limit_that_cannot_be_asked_lets_nobody_pass()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Limiter.OnAcquire = () => throw new TimeoutException();

        using var response = await gate.Client().PostAsJsonAsync("/api/tokens/validate", new { code = "AbCdEf123456" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Empty(gate.Catalogue.Audited);
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
