using System.Text.Json;
using StreamGate.Cli.Seeding;

namespace StreamGate.Cli.Tests;

public sealed class SeedTests : IAsyncLifetime
{
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
    public async Task It_makes_the_events_and_for_each_the_tickets()
    {
        var ending = await _line.RunAsync("seed", "--events", "2", "--tickets", "501");

        Assert.Equal((ExitCodes.Ok, ""), (ending.Code, ending.Error));
        Assert.EndsWith("Made 2 events and 1002 tickets.\n", ending.Out, StringComparison.Ordinal);
        var events = _gateway.Calls.Where(c => c.Path == "/api/admin/events").Select(c => c.Json).ToList();
        Assert.Equal(["Seeded event 1 (live)", "Seeded event 2 (upcoming)"], events.Select(e => e.GetProperty("title").GetString()));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 11, 50, 0, TimeSpan.Zero), events[0].GetProperty("startsAt").GetDateTimeOffset());
        Assert.Equal(
            [500, 1, 500, 1],
            _gateway.Calls.Where(c => c.Path.EndsWith("/generate", StringComparison.Ordinal)).Select(c => c.Json.GetProperty("count").GetInt32()));
    }

    [Fact]
    public async Task The_summary_can_be_json()
    {
        var ending = await _line.RunAsync("seed", "--events", "1", "--tickets", "0", "--json");

        var json = JsonSerializer.Deserialize<JsonElement>(ending.Out);
        Assert.Equal("01890000-0000-7000-8000-000000000001", json.GetProperty("events")[0].GetProperty("id").GetString());
        Assert.Equal(0, json.GetProperty("tickets").GetInt32());
    }

    [Fact]
    public async Task A_refused_event_is_told_in_the_servers_words()
    {
        _gateway.Instead = call => call.Path == "/api/admin/events" ? FakeGateway.Error(400, "title: too long") : null;

        var ending = await _line.RunAsync("seed");

        Assert.Equal((ExitCodes.Failed, "streamgate: title: too long\n"), (ending.Code, ending.Error));
    }

    [Fact]
    public void A_plan_has_events_that_are_live_to_come_and_over_but_open()
    {
        var now = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        var plan = SeedPlan.Make(now, 6);

        Assert.All(plan, e => Assert.True(e.StartsAt < e.EndsAt && now < e.EndsAt.AddHours(e.AccessWindowHours)));
        Assert.Equal(2, plan.Count(e => e.StartsAt <= now && now < e.EndsAt));
        Assert.Equal(2, plan.Count(e => now < e.StartsAt));
        Assert.Equal(2, plan.Count(e => e.EndsAt <= now));
    }
}
