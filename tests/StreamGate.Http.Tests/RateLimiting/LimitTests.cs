using System.Globalization;

namespace StreamGate.Http.Tests.RateLimiting;

/// <summary>The three rate limits, their waits, and who is counted.</summary>
public sealed class LimitTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task Five_codes_a_minute_may_be_tried_from_an_address()
    {
        var caller = gate.NewCaller();
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal(401, (await caller.ValidateAsync("AAAAAAAAAAAA")).Status);
            gate.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        IsTooMany(await caller.ValidateAsync("AAAAAAAAAAAA"), seconds: 55);

        gate.Clock.Advance(TimeSpan.FromSeconds(55));
        Assert.Equal(401, (await caller.ValidateAsync("AAAAAAAAAAAA")).Status);
        IsTooMany(await caller.ValidateAsync("AAAAAAAAAAAA"), seconds: 1);
    }

    [Fact]
    public async Task Good_codes_and_broken_bodies_count_like_all_others()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var caller = gate.NewCaller();
        for (var tries = 0; tries < 5; tries++)
        {
            await caller.PostTextAsync("/api/tokens/validate", "{");
        }

        IsTooMany(await caller.ValidateAsync(ticket.Code), seconds: 60);
        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    [Fact]
    public async Task Ten_passwords_a_minute_may_be_tried_from_an_address()
    {
        var caller = gate.NewCaller();
        for (var tries = 0; tries < 10; tries++)
        {
            Assert.Equal(401, (await caller.PostAsync("/api/admin/login", new { password = "wrong" })).Status);
        }

        IsTooMany(await caller.PostAsync("/api/admin/login", new { password = Gate.Password }), seconds: 60);

        gate.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await caller.PostAsync("/api/admin/login", new { password = Gate.Password })).Status);
    }

    [Fact]
    public async Task Twelve_refreshes_an_hour_are_a_tickets_wherever_they_come_from()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("devicesPerTicket", 2), ("endsAt", gate.Now.AddDays(2)));
        var first = await gate.NewCaller().WatchAsync(ticket.Code);
        var second = await gate.NewCaller().WatchAsync(ticket.Code);
        for (var tries = 0; tries < 6; tries++)
        {
            Assert.Equal(200, (await first.RefreshAsync()).Status);
            Assert.Equal(200, (await second.RefreshAsync()).Status);
        }

        gate.Clock.Advance(TimeSpan.FromSeconds(30));
        IsTooMany(await first.RefreshAsync(), seconds: 3570);
        IsTooMany(await second.RefreshAsync(), seconds: 3570);
        Assert.Equal(200, (await first.HeartbeatAsync()).Status);

        var other = await gate.NewCaller().WatchAsync((await (await gate.AdminAsync()).NewTicketAsync()).Code);
        Assert.Equal(200, (await other.RefreshAsync()).Status);
    }

    [Fact]
    public async Task A_refused_try_does_not_prolong_the_wait()
    {
        var caller = gate.NewCaller();
        for (var tries = 0; tries < 30; tries++)
        {
            await caller.ValidateAsync("AAAAAAAAAAAA");
        }

        gate.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(401, (await caller.ValidateAsync("AAAAAAAAAAAA")).Status);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "198.51.100.{0}")]
    [InlineData("X-Real-IP", "198.51.100.{0}")]
    [InlineData("Forwarded", "for=198.51.100.{0}")]
    public async Task Nobody_gets_another_address_by_saying_so(string header, string value)
    {
        var caller = gate.NewCaller();
        for (var tries = 0; tries < 5; tries++)
        {
            await caller.ValidateAsync("AAAAAAAAAAAA", (header, string.Format(CultureInfo.InvariantCulture, value, tries)));
        }

        IsTooMany(await caller.ValidateAsync("AAAAAAAAAAAA", (header, string.Format(CultureInfo.InvariantCulture, value, 9))), seconds: 60);
    }

    private static void IsTooMany(Answer answer, int seconds)
    {
        var text = seconds.ToString(CultureInfo.InvariantCulture);
        answer.IsProblem(429, $"Too many attempts. Please try again in {text} seconds.");
        Assert.Equal(text, answer.Header("Retry-After"));
    }
}
