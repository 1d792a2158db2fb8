using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Configuration;
using StreamGate.Gateway.Tests.Support;
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
    public void A_port_in_use_is_told_as_such_however_the_server_wraps_it()
    {
        var wrapped = new IOException("Failed to bind", new AddressInUseException("in use"));

        Assert.Contains("PORT", StartupFailure.Explain(wrapped), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_used_is_told_by_its_path()
    {
        using var folder = new TestFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var refused = Record.Exception(() => Directory.CreateDirectory(Path.Combine(file, "below")));

        Assert.Contains(file, StartupFailure.Explain(new AggregateException(refused!)), StringComparison.Ordinal);
        Assert.Contains("/secret/file", StartupFailure.Explain(new UnauthorizedAccessException("Access to the path '/secret/file' is denied.")), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_are_no_JSON_are_told_by_file_and_line_and_without_their_text()
    {
        using var folder = new TestFolder();
        File.WriteAllText(Path.Combine(folder.Path, "appsettings.json"), "{\n  \"a\": tsecret\n}");

        var refused = Record.Exception(() => new ConfigurationBuilder().SetBasePath(folder.Path).AddJsonFile("appsettings.json").Build());

        var paragraph = StartupFailure.Explain(refused!);
        Assert.Contains("appsettings.json", paragraph, StringComparison.Ordinal);
        Assert.Contains("line 2", paragraph, StringComparison.Ordinal);
        Assert.DoesNotContain("tsecret", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bug_is_not_explained_away() => Assert.Null(StartupFailure.Explain(new InvalidOperationException("a bug")));
}
