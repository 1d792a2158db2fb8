namespace StreamGate.Http.Tests.Tickets;

/// <summary>How many devices a ticket lets in, and what happens to one more.</summary>
public sealed class DeviceTests(Gate gate) : IClassFixture<Gate>
{
    private const string InUse = "This access code is currently in use on another device.";

    [Fact]
    public async Task A_second_device_is_refused_while_the_first_is_heard_from()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var first = await gate.NewCaller().WatchAsync(ticket.Code);

        gate.Clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(200, (await first.HeartbeatAsync()).Status);
        gate.Clock.Advance(TimeSpan.FromSeconds(50));

        var answer = await gate.NewCaller().ValidateAsync(ticket.Code);
        answer.IsProblem(409, InUse, "inUse");
        Assert.True(answer.Json.GetProperty("inUse").GetBoolean());
        Assert.Empty(answer.Cookies);
        Assert.Equal(200, (await first.HeartbeatAsync()).Status);
    }

    [Fact]
    public async Task A_second_device_gets_in_once_the_first_was_not_heard_from_for_the_timeout()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var first = await gate.NewCaller().WatchAsync(ticket.Code);

        gate.Clock.Advance(TimeSpan.FromSeconds(61));
        var second = await gate.NewCaller().WatchAsync(ticket.Code);

        (await first.HeartbeatAsync()).IsProblem(409, "Session conflict");
        Assert.Equal(200, (await second.HeartbeatAsync()).Status);
    }

    [Fact]
    public async Task Releasing_lets_the_next_device_in_at_once()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        await (await gate.NewCaller().WatchAsync(ticket.Code)).ReleaseAsync();

        Assert.Equal(200, (await gate.NewCaller().ValidateAsync(ticket.Code)).Status);
    }

    [Fact]
    public async Task Replace_oldest_lets_the_new_device_in_and_tells_the_old_one()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("onExtraDevice", "replace-oldest"));
        var first = await gate.NewCaller().WatchAsync(ticket.Code);

        var second = await gate.NewCaller().WatchAsync(ticket.Code);

        (await first.HeartbeatAsync()).IsProblem(409, "Session conflict");
        (await first.RefreshAsync()).IsProblem(409, "Session conflict");
        Assert.Equal(200, (await second.HeartbeatAsync()).Status);
    }

    [Fact]
    public async Task An_event_may_allow_three_devices_and_refuses_the_fourth()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("devicesPerTicket", 3));
        var watching = new List<Watching>();
        for (var device = 0; device < 3; device++)
        {
            watching.Add(await gate.NewCaller().WatchAsync(ticket.Code));
        }

        (await gate.NewCaller().ValidateAsync(ticket.Code)).IsProblem(409, InUse, "inUse");

        foreach (var device in watching)
        {
            Assert.Equal(200, (await device.HeartbeatAsync()).Status);
        }
    }

    [Fact]
    public async Task Replace_oldest_ends_only_the_oldest_of_several()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("devicesPerTicket", 2), ("onExtraDevice", "replace-oldest"));
        var first = await gate.NewCaller().WatchAsync(ticket.Code);
        gate.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await gate.NewCaller().WatchAsync(ticket.Code);
        gate.Clock.Advance(TimeSpan.FromSeconds(1));
        var third = await gate.NewCaller().WatchAsync(ticket.Code);

        (await first.HeartbeatAsync()).IsProblem(409, "Session conflict");
        Assert.Equal(200, (await second.HeartbeatAsync()).Status);
        Assert.Equal(200, (await third.HeartbeatAsync()).Status);
    }

    [Fact]
    public async Task Of_twenty_devices_at_the_same_time_one_gets_in()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gate.NewCaller().ValidateAsync(ticket.Code)));

        Assert.Equal(1, answers.Count(answer => answer.Status == 200));
        Assert.Equal(19, answers.Count(answer => answer.Status == 409));
    }
}
