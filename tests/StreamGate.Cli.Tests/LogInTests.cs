using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using StreamGate.Cli.Passwords;

namespace StreamGate.Cli.Tests;

public sealed class LogInTests : IAsyncLifetime
{
    private readonly CommandLine _line = new();
    private FakeGateway _gateway = null!;

    public async Task InitializeAsync() => _gateway = await FakeGateway.StartAsync();

    public async Task DisposeAsync()
    {
        _line.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task The_password_comes_from_the_environment_and_the_session_and_origin_go_with_each_call()
    {
        _line.Variables["STREAMGATE_ADMIN_PASSWORD"] = FakeGateway.Password;

        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal((ExitCodes.Ok, ""), (ending.Code, ending.Error));
        Assert.Equal(_gateway.Url, _gateway.OnlyCallTo("/api/admin/login").Origin);
        Assert.Equal("admin_session=s3cret", _gateway.OnlyCallTo("/api/admin/events").Cookie);
    }

    [Fact]
    public async Task Address_and_password_come_from_the_first_run_file_of_a_data_folder()
    {
        WriteFirstRun(_gateway.Url, FakeGateway.Password);

        var ending = await _line.RunAsync("events", "list", "--data", _line.Folder);

        Assert.Equal((ExitCodes.Ok, ""), (ending.Code, ending.Error));
        Assert.Contains("Gala", ending.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_local_first_run_password_is_not_offered_to_another_machine()
    {
        WriteFirstRun("http://localhost:1", FakeGateway.Password);
        _line.Variables["STREAMGATE_DATA"] = _line.Folder;

        var ending = await _line.RunAsync("events", "list", "--url", "https://gate.example.org");

        Assert.Equal(ExitCodes.Denied, ending.Code);
        Assert.Contains("STREAMGATE_ADMIN_PASSWORD", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_at_a_terminal_is_asked()
    {
        _line.Types(FakeGateway.Password);

        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal(ExitCodes.Ok, ending.Code);
    }

    [Fact]
    public async Task Without_any_password_nothing_is_sent()
    {
        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal(ExitCodes.Denied, ending.Code);
        Assert.Empty(_gateway.Calls);
    }

    [Fact]
    public async Task A_wrong_password_is_denied_in_the_servers_words()
    {
        _line.Variables["STREAMGATE_ADMIN_PASSWORD"] = "guessing again";

        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal((ExitCodes.Denied, "streamgate: Invalid credentials\n"), (ending.Code, ending.Error));
    }

    [Fact]
    public async Task Too_many_log_ins_fail_with_the_time_to_wait()
    {
        _line.Variables["STREAMGATE_ADMIN_PASSWORD"] = FakeGateway.Password;
        _gateway.Instead = _ => new RetryLater();

        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal((ExitCodes.Failed, "streamgate: Too many tries. Try again in 42 s.\n"), (ending.Code, ending.Error));
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_unreachable()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        _line.Variables["STREAMGATE_ADMIN_PASSWORD"] = FakeGateway.Password;

        var ending = await _line.RunAsync("events", "list", "--url", url);

        Assert.Equal(ExitCodes.Unreachable, ending.Code);
        Assert.Contains(url, ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_password()
    {
        _line.Variables["STREAMGATE_ADMIN_PASSWORD"] = FakeGateway.Password;
        _gateway.Instead = call => call.Path == "/api/admin/login" ? Results.Redirect("/elsewhere", permanent: false, preserveMethod: true) : null;

        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal(ExitCodes.Failed, ending.Code);
        Assert.Single(_gateway.Calls);
    }

    [Fact]
    public async Task A_server_of_another_kind_is_named_as_such()
    {
        _line.Variables["STREAMGATE_ADMIN_PASSWORD"] = FakeGateway.Password;
        _gateway.Instead = _ => Results.Text("<html>hello</html>");

        var ending = await _line.RunAsync("events", "list", "--url", _gateway.Url);

        Assert.Equal(ExitCodes.Failed, ending.Code);
        Assert.Contains("is it a StreamGate gateway?", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gate.example.org")]
    [InlineData("ftp://gate.example.org")]
    [InlineData("https://admin:secret@gate.example.org")]
    public async Task An_address_that_no_gateway_can_have_is_a_usage_error(string url)
    {
        var ending = await _line.RunAsync("events", "list", "--url", url);

        Assert.Equal(ExitCodes.Usage, ending.Code);
        Assert.Contains("--url needs", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_first_run_file_is_said_to_be_damaged()
    {
        await File.WriteAllTextAsync(_line.PathTo("first-run.json"), "{ \"address\": ");

        var ending = await _line.RunAsync("events", "list", "--data", _line.Folder);

        Assert.Equal(ExitCodes.Failed, ending.Code);
        Assert.Contains("damaged", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_data_folder_lies_beside_the_solution_file()
    {
        var inner = Directory.CreateDirectory(_line.PathTo("a/b")).FullName;
        File.WriteAllText(_line.PathTo("Some.sln"), "");

        Assert.Equal(_line.PathTo("data"), FirstRunFile.DefaultFolder(inner));
    }

    private void WriteFirstRun(string address, string password) => File.WriteAllText(
        _line.PathTo("first-run.json"),
        $$"""{ "address": "{{address}}", "adminPassword": "{{password}}", "codes": ["AAAABBBBCCCC"] }""");

    private sealed class RetryLater : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.RetryAfter = "42";
            return FakeGateway.Error(429, "Too many tries.").ExecuteAsync(httpContext);
        }
    }
}
