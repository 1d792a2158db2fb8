using System.Runtime.Versioning;
using System.Text.Json;

namespace StreamGate.Cli.Tests;

public sealed class TicketsGenerateTests : IAsyncLifetime
{
    private const string Event = "01890000-0000-7000-8000-00000000abcd";
    private const string Path = $"/api/admin/events/{Event}/tokens/generate";
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
    public async Task Codes_go_to_standard_output_as_csv()
    {
        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "2", "--label", "press, \"row\" 1");

        Assert.Equal((ExitCodes.Ok, ""), (ending.Code, ending.Error));
        Assert.Equal(
            "Code,Label,Expires At,Id\r\n"
            + "C00000000001,\"press, \"\"row\"\" 1\",2026-11-24T20:00:00Z,01890000-0000-7000-8000-000000000001\r\n"
            + "C00000000002,\"press, \"\"row\"\" 1\",2026-11-24T20:00:00Z,01890000-0000-7000-8000-000000000002\r\n",
            ending.Out);
    }

    [Fact]
    public async Task More_than_a_call_may_make_are_made_in_several_calls()
    {
        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "1201", "--out", _line.PathTo("codes.csv"));

        Assert.Equal(ExitCodes.Ok, ending.Code);
        Assert.Equal([500, 500, 201], _gateway.Calls.Where(c => c.Path == Path).Select(c => c.Json.GetProperty("count").GetInt32()));
        var codes = File.ReadLines(_line.PathTo("codes.csv")).Skip(1).Select(line => line.Split(',')[0]).ToList();
        Assert.Equal(1201, codes.Distinct().Count());
        Assert.DoesNotContain(codes[0], ending.Out, StringComparison.Ordinal);
    }

    [Fact]
    [SupportedOSPlatform("linux")]
    public async Task The_file_is_readable_by_its_owner_alone()
    {
        await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "1", "--out", _line.PathTo("codes.csv"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_line.PathTo("codes.csv")));
    }

    [Fact]
    public async Task A_file_that_exists_is_left_alone_and_no_ticket_is_made()
    {
        await File.WriteAllTextAsync(_line.PathTo("codes.csv"), "precious");

        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "1", "--out", _line.PathTo("codes.csv"));

        Assert.Equal(ExitCodes.Usage, ending.Code);
        Assert.Equal("precious", await File.ReadAllTextAsync(_line.PathTo("codes.csv")));
        Assert.DoesNotContain(_gateway.Calls, c => c.Path == Path);
    }

    [Fact]
    public async Task A_failure_half_way_keeps_every_code_made_so_far()
    {
        _gateway.Instead = call => call.Path == Path && call.Json.GetProperty("count").GetInt32() < 500
            ? FakeGateway.Error(503, "The store is full.")
            : null;

        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "600", "--out", _line.PathTo("codes.csv"));

        Assert.Equal(ExitCodes.Failed, ending.Code);
        Assert.Equal("streamgate: The store is full. 500 of 600 tickets were made and written before that.\n", ending.Error);
        Assert.Equal(501, File.ReadLines(_line.PathTo("codes.csv")).Count());
    }

    [Fact]
    public async Task A_refusal_leaves_no_file_behind()
    {
        _gateway.Instead = call => call.Path == Path ? FakeGateway.Error(404, "Event not found") : null;

        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "1", "--out", _line.PathTo("codes.csv"));

        Assert.Equal((ExitCodes.Failed, "streamgate: Event not found\n"), (ending.Code, ending.Error));
        Assert.False(File.Exists(_line.PathTo("codes.csv")));
    }

    [Fact]
    public async Task A_label_that_a_spreadsheet_would_run_stays_text()
    {
        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "1", "--label", "=HYPERLINK(1)");

        Assert.DoesNotContain(",=HYPERLINK", ending.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPERLINK", ending.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_the_only_thing_on_standard_output_when_asked_for()
    {
        var ending = await _line.RunAsync("tickets", "generate", "--event", Event, "--count", "2", "--json");

        var json = JsonSerializer.Deserialize<JsonElement>(ending.Out);
        Assert.Equal(2, json.GetProperty("count").GetInt32());
        Assert.Equal("C00000000002", json.GetProperty("tickets")[1].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--count", "0")]
    [InlineData("--count", "100001")]
    [InlineData("--count", "many")]
    [InlineData("--event", "../login")]
    public async Task Nonsense_is_a_usage_error_before_anything_is_sent(string option, string value)
    {
        string[] args = option == "--count"
            ? ["tickets", "generate", "--event", Event, option, value]
            : ["tickets", "generate", option, value, "--count", "1"];

        var ending = await _line.RunAsync(args);

        Assert.Equal(ExitCodes.Usage, ending.Code);
        Assert.Empty(_gateway.Calls);
    }
}
