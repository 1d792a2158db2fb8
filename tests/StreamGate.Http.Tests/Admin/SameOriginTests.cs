namespace StreamGate.Http.Tests.Admin;

/// <summary>A request with the admin cookie that changes something must prove where it comes from.</summary>
public sealed class SameOriginTests(Gate gate) : IClassFixture<Gate>
{
    private const string Refusal = "This request must come from this site. Send Sec-Fetch-Site: same-origin, or an Origin that is ours.";

    [Theory]
    [InlineData(null, null)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Without_the_proof_nothing_is_changed(string? name, string? value)
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        (string, string)[] headers = name is null ? [("Cookie", admin.Cookie)] : [("Cookie", admin.Cookie), (name, value!)];

        var answer = await admin.Caller.SendAsync(HttpMethod.Patch, $"/api/admin/tokens/{ticket.Id}/revoke", null, null, headers);

        answer.IsProblem(403, Refusal);
        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    [Fact]
    public async Task Our_own_origin_is_a_proof()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();

        var answer = await admin.Caller.SendAsync(
            HttpMethod.Patch, $"/api/admin/tokens/{ticket.Id}/revoke", null, null, ("Cookie", admin.Cookie), ("Origin", gate.Address.GetLeftPart(UriPartial.Authority)));

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Reading_needs_no_proof()
    {
        var admin = await gate.AdminAsync();

        Assert.Equal(200, (await admin.Caller.GetAsync("/api/admin/dashboard", null, ("Cookie", admin.Cookie))).Status);
    }

    [Fact]
    public async Task Somebody_elses_page_may_not_even_try_passwords()
    {
        var answer = await gate.NewCaller().PostAsync("/api/admin/login", new { password = Gate.Password }, ("Origin", "https://evil.example"));

        answer.IsProblem(403, Refusal);
        Assert.Empty(answer.Cookies);
    }
}
