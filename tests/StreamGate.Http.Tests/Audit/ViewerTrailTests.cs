using System.Security.Cryptography;
using System.Text;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;

namespace StreamGate.Http.Tests.Audit;

/// <summary>What viewers do leaves a row that is there when they have their answer.</summary>
public sealed class ViewerTrailTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task Letting_somebody_in_leaves_three_rows_with_all_ids()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var caller = gate.NewCaller();
        await caller.WatchAsync(ticket.Code);

        var validated = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, AuditActions.TicketValidated));
        var started = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, AuditActions.SessionStarted));
        var issued = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, AuditActions.TokenIssued));

        foreach (var line in new[] { validated, started, issued })
        {
            Assert.Equal(("ok", gate.Now, StreamGate.Contracts.Ids.Caller.Viewer(caller.Ip)), (line.Outcome, line.At, line.Caller));
            Assert.Equal(HashOf(ticket.Code), line.TicketHash);
        }

        Assert.Equal(ticket.Id, validated.TicketId.ToString());
        Assert.NotNull(started.Session);
        Assert.Equal(started.Session, issued.Session);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("event-off")]
    [InlineData("expired")]
    [InlineData("in-use")]
    public async Task A_refusal_says_why(string outcome)
    {
        var admin = await gate.AdminAsync();
        var ticket = outcome == "expired"
            ? await admin.NewTicketAsync(("startsAt", gate.Now.AddDays(-9)), ("endsAt", gate.Now.AddDays(-8)))
            : await admin.NewTicketAsync();
        _ = outcome switch
        {
            "revoked" => (await admin.RevokeAsync(ticket)).Status,
            "event-off" => (await admin.PatchAsync($"/api/admin/events/{ticket.Event}/deactivate")).Status,
            "in-use" => (await gate.NewCaller().ValidateAsync(ticket.Code)).Status,
            _ => 0,
        };
        var caller = gate.NewCaller();

        await caller.ValidateAsync(ticket.Code);

        var line = (await Trail.OfEventAsync(gate, ticket.Event, AuditActions.TicketValidated))[^1];
        Assert.Equal((outcome, caller.Ip, ticket.Id, HashOf(ticket.Code)), (line.Outcome, line.Caller.Ip, line.TicketId.ToString(), line.TicketHash));
    }

    [Theory]
    [InlineData("ZZZZZZZZZZZZ")]
    [InlineData("tooshort")]
    public async Task A_code_that_nobody_was_given_is_known_by_its_hash(string code)
    {
        var caller = gate.NewCaller();

        await caller.ValidateAsync(code);

        var line = (await Trail.ReadAsync(gate, new AuditFilter(), AuditActions.TicketValidated)).Last(entry => entry.Caller.Ip == caller.Ip);
        Assert.Equal(("unknown", HashOf(code), null), (line.Outcome, line.TicketHash, line.TicketId));
    }

    [Fact]
    public async Task Refreshing_and_releasing_leave_rows()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        var watching = await gate.NewCaller().WatchAsync(ticket.Code);
        await watching.RefreshAsync();
        await watching.ReleaseAsync();

        var session = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, AuditActions.SessionStarted)).Session;
        foreach (var action in new[] { AuditActions.TokenRefreshed, AuditActions.SessionReleased })
        {
            var line = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, action));
            Assert.Equal((session, CallerKind.Viewer, watching.Caller.Ip, HashOf(ticket.Code)), (line.Session, line.Caller.Kind, line.Caller.Ip, line.TicketHash));
        }
    }

    [Fact]
    public async Task A_timeout_and_a_replacement_leave_rows_of_the_systems_own()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync(("onExtraDevice", "replace-oldest"));
        await gate.NewCaller().WatchAsync(ticket.Code);
        await gate.NewCaller().WatchAsync(ticket.Code);
        gate.Clock.Advance(TimeSpan.FromSeconds(61));
        await gate.NewCaller().WatchAsync(ticket.Code);

        var started = await Trail.OfEventAsync(gate, ticket.Event, AuditActions.SessionStarted);
        var superseded = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, AuditActions.SessionSuperseded));
        var timedOut = Assert.Single(await Trail.OfEventAsync(gate, ticket.Event, AuditActions.SessionTimedOut));

        Assert.Equal((started[0].Session, CallerKind.System), (superseded.Session, superseded.Caller.Kind));
        Assert.Equal((started[1].Session, CallerKind.System), (timedOut.Session, timedOut.Caller.Kind));
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)))[..12];
}
