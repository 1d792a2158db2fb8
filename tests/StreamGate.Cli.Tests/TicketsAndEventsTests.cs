using System.Text.Json;

namespace StreamGate.Cli.Tests;

public sealed class TicketsAndEventsTests : IAsyncLifetime
{
    private const string One = "01890000-0000-7000-8000-000000000001";
    private const string Two = "01890000-0000-7000-8000-000000000002";
    private FakeGateway _gateway = null!;
    private CommandLine _line = null!;

    public async Task InitializeAsync()
    {
        _gateway = await FakeGateway.StartAsync();
        _line = CommandLine.LoggedInTo(_gateway);
    }

    public async Task DisposeAsync()
    {
        _line.Dispose();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Tickets_are_listed_with_the_filters_that_were_given()
    {
        var ending = await _line.RunAsync("tickets", "list", "--event", One, "--status", "unused", "--search", "row 1&x", "--page", "2", "--limit", "10");

        Assert.Equal((ExitCodes.Ok, ""), (ending.Code, ending.Error));
        Assert.Equal($"?eventId={One}&status=unused&search=row%201%26x&page=2&limit=10", _gateway.OnlyCallTo("/api/admin/tokens").Query);
        var row = Assert.Single(ending.Out.Split('\n'), line => line.Contains("AAAABBBBCCCC", StringComparison.Ordinal));
        Assert.Contains("Gala", row, StringComparison.Ordinal);
        Assert.Contains("1 of 1", ending.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_cannot_speak_to_the_terminal()
    {
        var ending = await _line.RunAsync("events", "list");

        Assert.Contains("Gala [2026]·[2J", ending.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", ending.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 7", ending.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_servers_own_answer()
    {
        var ending = await _line.RunAsync("events", "list", "--json", "--timeframe", "live", "--status", "all");

        var json = JsonSerializer.Deserialize<JsonElement>(ending.Out);
        Assert.Equal(7, json.GetProperty("total").GetInt32());
        Assert.Equal("e-1", json.GetProperty("data")[0].GetProperty("id").GetString());
        Assert.Equal("?status=all&timeframe=live&page=1&limit=50", _gateway.OnlyCallTo("/api/admin/events").Query);
    }

    [Fact]
    public async Task Each_ticket_named_is_revoked_once()
    {
        var ending = await _line.RunAsync("tickets", "revoke", One, Two, One);

        Assert.Equal((ExitCodes.Ok, "Revoked 2 of 2 tickets.\n"), (ending.Code, ending.Out));
        Assert.Equal(
            [$"/api/admin/tokens/{One}/revoke", $"/api/admin/tokens/{Two}/revoke"],
            _gateway.Calls.Where(c => c.Method == "PATCH").Select(c => c.Path));
    }

    [Fact]
    public async Task One_unknown_ticket_does_not_save_the_next_but_the_command_fails()
    {
        _gateway.Instead = call => call.Path.Contains(One, StringComparison.Ordinal) ? FakeGateway.Error(404, "No such ticket") : null;

        var ending = await _line.RunAsync("tickets", "revoke", One, Two, "--json");

        Assert.Equal((ExitCodes.Failed, $"streamgate: {One}: No such ticket\n"), (ending.Code, ending.Error));
        var json = JsonSerializer.Deserialize<JsonElement>(ending.Out);
        Assert.Equal([false, true], json.EnumerateArray().Select(o => o.GetProperty("revoked").GetBoolean()));
    }

    [Fact]
    public async Task A_session_that_ends_half_way_is_a_denial()
    {
        _gateway.Instead = call => call.Method == "PATCH" ? FakeGateway.Error(401, "Log in again") : null;

        var ending = await _line.RunAsync("tickets", "revoke", One, Two);

        Assert.Equal((ExitCodes.Denied, "streamgate: Log in again\n"), (ending.Code, ending.Error));
        Assert.Single(_gateway.Calls, c => c.Method == "PATCH");
    }

    [Theory]
    [InlineData("tickets", "revoke")]
    [InlineData("tickets", "revoke", "AAAABBBBCCCC")]
    [InlineData("tickets", "list", "--status", "lost")]
    [InlineData("tickets")]
    [InlineData("frobnicate")]
    [InlineData("events", "list", "--password", "x")]
    public async Task What_it_does_not_know_is_a_usage_error(params string[] args)
    {
        var ending = await _line.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, ending.Code);
        Assert.NotEmpty(ending.Error);
        Assert.Empty(_gateway.Calls);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("tickets", "generate", "--help")]
    public async Task Help_succeeds_and_asks_nobody(params string[] args)
    {
        var ending = await _line.RunAsync(args);

        Assert.Equal((ExitCodes.Ok, ""), (ending.Code, ending.Error));
        Assert.Contains("Usage:", ending.Out, StringComparison.Ordinal);
        Assert.Empty(_gateway.Calls);
    }
}
