using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Tests.Http;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.1.2.3", "198.51.100.9", "198.51.100.9")]
    [InlineData("::ffff:10.1.2.3", "198.51.100.9", "198.51.100.9")]
    [InlineData("192.0.2.1", "1.1.1.1, 198.51.100.9, 10.9.9.9", "198.51.100.9")]
    [InlineData("203.0.113.7", "198.51.100.9", "203.0.113.7")]
    [InlineData("127.0.0.1", "198.51.100.9", "127.0.0.1")]
    [InlineData("10.1.2.3", "garbage", "10.1.2.3")]
    [InlineData("10.1.2.3", "2001:db8::1", "2001:db8::1")]
    public async Task Only_configured_proxies_are_believed_and_only_up_to_the_first_stranger(string peer, string forwarded, string expected)
    {
        var context = await PassAsync(peer, forwarded);

        Assert.Equal(expected, ClientAddress.Of(context));
    }

    [Fact]
    public async Task The_scheme_is_believed_and_the_host_is_not()
    {
        var context = await PassAsync("10.1.2.3", "198.51.100.9");

        Assert.Equal(("https", "gate.test"), (context.Request.Scheme, context.Request.Host.Value));
        Assert.Equal("http", (await PassAsync("203.0.113.7", "198.51.100.9")).Request.Scheme);
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    [InlineData(null, "unknown")]
    public void A_rate_limits_subject_is_an_address_or_a_whole_network(string? address, string expected) =>
        Assert.Equal(expected, ClientAddress.SubjectOf(address is null ? null : IPAddress.Parse(address)));

    private static async Task<HttpContext> PassAsync(string peer, string forwarded)
    {
        var options = new HttpOptions { TrustedProxies = { "10.0.0.0/8", "192.0.2.1" } };
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(peer);
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("gate.test");
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        context.Request.Headers["X-Forwarded-Proto"] = string.Join(", ", forwarded.Split(',').Select(_ => "https"));
        context.Request.Headers["X-Forwarded-Host"] = "evil.test";
        var middleware = new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(TrustedProxies.Options(options)));
        await middleware.Invoke(context);
        return context;
    }
}
