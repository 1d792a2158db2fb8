using System.Globalization;

namespace StreamGate.Http.Tests.RateLimiting;

/// <summary>Whose X-Forwarded-For is believed.</summary>
public sealed class ProxyTests(ProxiedGate gate) : IClassFixture<ProxiedGate>
{
    [Fact]
    public async Task Viewers_behind_a_trusted_proxy_are_counted_apart()
    {
        var proxy = gate.CallerFrom(ProxiedGate.Proxy);
        for (var tries = 0; tries < 5; tries++)
        {
            Assert.Equal(401, await TryAsync(proxy, "198.51.100.1"));
        }

        Assert.Equal(429, await TryAsync(proxy, "198.51.100.1"));
        Assert.Equal(401, await TryAsync(proxy, "198.51.100.2"));
    }

    [Fact]
    public async Task What_a_viewer_wrote_before_the_proxys_own_entry_is_not_believed()
    {
        var proxy = gate.CallerFrom(ProxiedGate.Proxy);
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync(proxy, $"203.0.113.{tries.ToString(CultureInfo.InvariantCulture)}, 198.51.100.7");
        }

        Assert.Equal(429, await TryAsync(proxy, "203.0.113.99, 198.51.100.7"));
    }

    [Fact]
    public async Task A_chain_of_trusted_proxies_is_looked_through()
    {
        var proxy = gate.CallerFrom(ProxiedGate.Proxy);
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync(proxy, $"198.51.100.20, 127.9.10.{tries.ToString(CultureInfo.InvariantCulture)}");
        }

        Assert.Equal(429, await TryAsync(proxy, "198.51.100.20, 127.9.10.77"));
        Assert.Equal(401, await TryAsync(proxy, "198.51.100.21, 127.9.10.77"));
    }

    [Fact]
    public async Task Somebody_who_is_no_trusted_proxy_is_counted_as_himself()
    {
        var caller = gate.NewCaller();
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync(caller, $"198.51.100.{(30 + tries).ToString(CultureInfo.InvariantCulture)}");
        }

        Assert.Equal(429, await TryAsync(caller, "198.51.100.99"));
    }

    [Fact]
    public async Task An_ipv6_household_is_one_subject()
    {
        var proxy = gate.CallerFrom(ProxiedGate.Proxy);
        for (var tries = 0; tries < 5; tries++)
        {
            await TryAsync(proxy, $"2001:db8:1:2::{tries.ToString(CultureInfo.InvariantCulture)}");
        }

        Assert.Equal(429, await TryAsync(proxy, "2001:db8:1:2:ffff::1"));
        Assert.Equal(401, await TryAsync(proxy, "2001:db8:1:3::1"));
    }

    [Fact]
    public async Task A_viewers_address_is_kept_with_the_ticket()
    {
        var admin = new Fixture.Admin(gate, gate.NewCaller());
        await admin.SignInAsync();
        var ticket = await admin.NewTicketAsync();

        await gate.CallerFrom(ProxiedGate.Proxy).ValidateAsync(ticket.Code, ("X-Forwarded-For", "198.51.100.44"));

        Assert.Equal("198.51.100.44", (await admin.GetAsync($"/api/admin/tokens?eventId={ticket.Event}")).Data[0].Text("redeemedIp"));
    }

    private static async Task<int> TryAsync(Caller caller, string forwardedFor) =>
        (await caller.ValidateAsync("AAAAAAAAAAAA", ("X-Forwarded-For", forwardedFor))).Status;
}
