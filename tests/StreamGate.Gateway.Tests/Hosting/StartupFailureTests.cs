using System.Net;
using System.Net.Sockets;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Tests.Hosting;

public sealed class StartupFailureTests
{
    [Fact]
    public void A_port_in_use_is_told_with_what_to_do()
    {
        using var other = new TcpListener(IPAddress.IPv6Any, 0);
        other.Start();

        var refused = Assert.Throws<SocketException>(() => ListeningPort.ProveFree(((IPEndPoint)other.LocalEndpoint).Port));

        Assert.Contains("PORT", StartupFailure.Explain(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_is_not_explained_away() => Assert.Null(StartupFailure.Explain(new InvalidOperationException("a bug")));
}
