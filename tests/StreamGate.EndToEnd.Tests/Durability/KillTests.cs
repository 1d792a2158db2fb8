using System.Security.Cryptography;

namespace StreamGate.EndToEnd.Tests.Durability;

/// <summary>Nothing that was answered is lost when the process is killed, and nobody gets in beside somebody who was in.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 3;

    private static readonly (string, string)[] BehindAProxy =
    [
        .. OpenGate.RoomyLimits,
        ("StreamGate__Http__TrustedProxies__0", "127.0.0.1"),
        ("StreamGate__Http__TrustedProxies__1", "::1"),
    ];

    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_answered_is_there_after_the_gate_was_killed_under_load()
    {
        List<Load> loads = [];
        for (var round = 0; round < Rounds; round++)
        {
            await using var gate = await Gate.OpenAsync(_folder, BehindAProxy);
            if (loads.Count > 0)
            {
                await NothingIsLostAsync(gate, loads[^1]);
            }

            using var admin = await gate.LogInAsync();
            using var audience = new Audience(gate.Address);
            var load = await PrepareAsync(gate, admin, audience);
            await load.RunUntilKilledAsync(RandomNumberGenerator.GetInt32(60, 300));
            loads.Add(load);
        }

        await using var last = await Gate.OpenAsync(_folder, BehindAProxy);
        await NothingIsLostAsync(last, loads[^1]);
    }

    private static async Task<Load> PrepareAsync(Gate gate, Admin admin, Audience audience)
    {
        var id = await admin.CreateEventAsync("Under load");
        var tickets = await admin.IssueAsync(id, 400);
        List<IssuedTicket> toSwitchOff = [];
        for (var i = 0; i < 15; i++)
        {
            toSwitchOff.AddRange(await admin.IssueAsync(await admin.CreateEventAsync($"To be switched off {i}"), 1));
        }

        return new Load(gate, admin, audience)
        {
            Event = id,
            ToRedeem = new(tickets.Take(250)),
            ToRevoke = new(tickets.Skip(250)),
            ToSwitchOff = new(toSwitchOff),
        };
    }

    private static async Task NothingIsLostAsync(Gate gate, Load load)
    {
        using var admin = await gate.LogInAsync();
        using var audience = new Audience(gate.Address);
        using var trail = new Trail(gate.Folder);
        var status = (await admin.ListAsync($"events/{load.Event}/tokens")).ToDictionary(ticket => ticket.Text("id"), ticket => ticket.Text("status"));
        await HoldersAreStillAloneAsync(load, audience, status, trail);
        await RevokedAreStillOutAsync(load, audience, status, trail);
        await EventsAreStillOffAsync(load, audience, trail);
        await IssuedStillOpenAsync(load, audience, status, trail);
    }

    /// <summary>Right after the start a second device is refused, and the holder goes on with the token that it had.</summary>
    private static async Task HoldersAreStillAloneAsync(Load load, Audience audience, Dictionary<string, string> status, Trail trail)
    {
        Assert.NotEmpty(load.Redeemed);
        foreach (var (ticket, seat) in load.Redeemed)
        {
            Assert.Equal("redeemed", status[ticket.Id]);
            Assert.Equal(1, trail.CountOfTicket("ticket.validated", ticket.Id));
            Assert.Equal(1, trail.CountOfSession("session.started", seat.Session));
            Assert.Equal(1, trail.CountOfSession("token.issued", seat.Session));

            var second = (await audience.ValidateAsync(ticket.Code, load.NextViewer())).Expect(HttpStatusCode.Conflict);
            Assert.True(second.Json.GetProperty("inUse").GetBoolean());
            (await audience.HeartbeatAsync(seat)).Expect(HttpStatusCode.OK);
            (await audience.ValidateAsync(ticket.Code, load.NextViewer())).Expect(HttpStatusCode.Conflict);
        }
    }

    private static async Task RevokedAreStillOutAsync(Load load, Audience audience, Dictionary<string, string> status, Trail trail)
    {
        Assert.NotEmpty(load.Revoked);
        foreach (var ticket in load.Revoked)
        {
            Assert.Equal("revoked", status[ticket.Id]);
            Assert.Equal(1, trail.CountOfTicket("ticket.revoked", ticket.Id));
            var refused = (await audience.ValidateAsync(ticket.Code, load.NextViewer())).Expect(HttpStatusCode.Forbidden);
            Assert.Contains("has been revoked", refused.Error);
        }
    }

    private static async Task EventsAreStillOffAsync(Load load, Audience audience, Trail trail)
    {
        Assert.NotEmpty(load.SwitchedOff);
        foreach (var ticket in load.SwitchedOff)
        {
            Assert.Equal(1, trail.CountOfEvent("event.deactivated", ticket.EventId));
            var refused = (await audience.ValidateAsync(ticket.Code, load.NextViewer())).Expect(HttpStatusCode.Forbidden);
            Assert.Equal("This event is no longer available.", refused.Error);
        }
    }

    private static async Task IssuedStillOpenAsync(Load load, Audience audience, Dictionary<string, string> status, Trail trail)
    {
        Assert.NotEmpty(load.Issued);
        Assert.InRange(trail.CountOfEvent("tickets.issued", load.Event), load.Issued.Count + 1, load.Issued.Count + 2);
        foreach (var ticket in load.Issued.SelectMany(batch => batch))
        {
            Assert.Equal("unused", status[ticket.Id]);
            await audience.TakeSeatAsync(ticket.Code, load.NextViewer());
        }
    }
}
