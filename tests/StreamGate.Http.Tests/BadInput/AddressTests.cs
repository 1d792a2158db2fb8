namespace StreamGate.Http.Tests.BadInput;

/// <summary>Addresses and methods that nobody offers.</summary>
public sealed class AddressTests(Gate gate) : IClassFixture<Gate>
{
    [Theory]
    [InlineData("/api")]
    [InlineData("/api/")]
    [InlineData("/api/tokens")]
    [InlineData("/api/v2/tokens/validate")]
    [InlineData("/nothing")]
    [InlineData("/streamgate.db")]
    [InlineData("/secrets/signing-secret")]
    [InlineData("/openapi/v2.json")]
    public async Task An_address_that_leads_nowhere_is_not_found(string path) => (await gate.NewCaller().GetAsync(path)).IsProblem(404, "Not found");

    [Theory]
    [InlineData("GET", "/api/tokens/validate")]
    [InlineData("PUT", "/api/playback/heartbeat")]
    [InlineData("DELETE", "/api/revocations")]
    [InlineData("POST", "/health")]
    [InlineData("TRACE", "/api/tokens/validate")]
    [InlineData("BREW", "/api/tokens/validate")]
    public async Task A_method_that_an_address_does_not_take_is_told(string method, string path)
    {
        var answer = await gate.NewCaller().SendAsync(new HttpMethod(method), path);

        answer.IsProblem(405, "This address does not take that method.");
        Assert.NotNull(answer.Header("Allow"));
    }

    [Fact]
    public async Task Every_error_names_its_request_anew()
    {
        var first = (await gate.NewCaller().GetAsync("/nothing")).Json.Text("traceId");
        var second = (await gate.NewCaller().GetAsync("/nothing")).Json.Text("traceId");

        Assert.NotEqual(first, second);
    }
}
