using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Cluster.Tests.Histories;

/// <summary>
/// Plays a history against the real grains and checks the promises of leases.md after every step. It knows only what a client sees:
/// the order of grants and the answers, not how the grains decide.
/// </summary>
internal sealed class HistoryRun(GateCluster gate, EventView showing, TicketKey[] tickets, int devices)
{
    private static readonly Caller Admin = Caller.Admin("192.0.2.9");

    private readonly List<Viewing>[] _granted = [.. tickets.Select(_ => new List<Viewing>())];
    private readonly Dictionary<(int Ticket, int Device), Viewing> _inHand = [];
    private readonly Dictionary<SessionId, DateTimeOffset> _lastHeard = [];
    private readonly HashSet<SessionId> _overForGood = [];
    private readonly DateTimeOffset[] _recovered = new DateTimeOffset[tickets.Length];
    private readonly bool[] _revoked = new bool[tickets.Length];
    private bool _eventOff;

    public int Served { get; private set; }

    public async Task Play(IEnumerable<HistoryStep> steps)
    {
        foreach (var step in steps)
        {
            await Take(step);
            await CheckWhoIsServed();
        }

        await CheckWhatIsStored();
    }

    private Task Take(HistoryStep step) => step.Action switch
    {
        HistoryAction.Redeem => Redeem(step.Ticket, step.Device),
        HistoryAction.Heartbeat => InHand(step, Heartbeat),
        HistoryAction.Release => InHand(step, Release),
        HistoryAction.Renew => InHand(step, Renew),
        HistoryAction.Segment => InHand(step, async viewing => await viewing.Segment()),
        HistoryAction.Revoke => Revoke(step.Ticket),
        HistoryAction.Unrevoke => Unrevoke(step.Ticket),
        HistoryAction.Deactivate => SetActive(active: false),
        HistoryAction.Reactivate => SetActive(active: true),
        HistoryAction.TimePasses => Pass(TimeSpan.FromSeconds(step.Seconds)),
        HistoryAction.TicketForgets => Forget(step.Ticket),
        _ => InHand(step, viewing => gate.Cluster.DeactivateAsync(gate.Session(viewing.Claims.Session))),
    };

    private async Task Redeem(int ticket, int device)
    {
        switch (await gate.Ticket(tickets[ticket]).Redeem(Caller.Viewer($"192.0.2.{device}")))
        {
            case RedeemResult.Granted granted:
                Assert.False(_revoked[ticket], "A revoked ticket was redeemed.");
                Assert.False(_eventOff, "A ticket of an event that is off was redeemed.");
                var viewing = new Viewing(gate, new SessionClaims(tickets[ticket], showing.Id, granted.Session));
                _granted[ticket].Add(viewing);
                _inHand[(ticket, device)] = viewing;
                _lastHeard[granted.Session] = gate.Clock.GetUtcNow();
                break;
            case RedeemResult.Revoked:
                Assert.True(_revoked[ticket], "A ticket that was given back was refused as revoked.");
                break;
            case RedeemResult.EventOff:
                Assert.True(_eventOff, "An event that is on was said to be off.");
                break;
            case RedeemResult.InUse:
                Assert.True(_granted[ticket].Exists(viewing => MightBeAlive(viewing, ticket)), "A ticket that nobody can be watching on was said to be in use.");
                break;
            case var other:
                Assert.Fail($"Unexpected: {other}");
                break;
        }
    }

    private async Task Heartbeat(Viewing viewing)
    {
        if (await viewing.Heartbeat() is HeartbeatResult.Ok)
        {
            Assert.DoesNotContain(viewing.Claims.Session, _overForGood);
            _lastHeard[viewing.Claims.Session] = gate.Clock.GetUtcNow();
            Assert.Equal(AuthorizeOutcome.Allowed, await viewing.Segment());
        }
        else if (!_eventOff)
        {
            _overForGood.Add(viewing.Claims.Session);
        }
    }

    private async Task Renew(Viewing viewing)
    {
        if (await viewing.Renew() is RenewResult.Renewed)
        {
            Assert.DoesNotContain(viewing.Claims.Session, _overForGood);
            _lastHeard[viewing.Claims.Session] = gate.Clock.GetUtcNow();
        }
    }

    private async Task Release(Viewing viewing)
    {
        await viewing.Release();
        _overForGood.Add(viewing.Claims.Session);
    }

    private async Task Revoke(int ticket)
    {
        Assert.IsType<RevocationResult.Done>(await gate.Ticket(tickets[ticket]).Revoke(Admin));
        _revoked[ticket] = true;
        _overForGood.UnionWith(_granted[ticket].Select(viewing => viewing.Claims.Session));
    }

    private async Task Unrevoke(int ticket)
    {
        Assert.IsType<RevocationResult.Done>(await gate.Ticket(tickets[ticket]).Unrevoke(Admin));
        _revoked[ticket] = false;
    }

    private async Task SetActive(bool active)
    {
        Assert.IsType<EventResult.Saved>(await gate.Event(showing.Id).SetActive(active, Admin));
        _eventOff = !active;
    }

    private Task Pass(TimeSpan time)
    {
        gate.Clock.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>Promises 1, 2 and 4, asked of every session that ever was.</summary>
    private async Task CheckWhoIsServed()
    {
        for (var ticket = 0; ticket < tickets.Length; ticket++)
        {
            var served = 0;
            foreach (var viewing in _granted[ticket])
            {
                if (await viewing.Segment() is not AuthorizeOutcome.Allowed)
                {
                    continue;
                }

                served++;
                Assert.False(_revoked[ticket], "A revoked ticket was served.");
                Assert.False(_eventOff, "An event that is off was served.");
                Assert.True(MightBeAlive(viewing, ticket), "A session that fell silent was served.");
                Assert.True(devices > 1 || viewing == _granted[ticket][^1], "An older session was served after a newer one was granted.");
            }

            Assert.True(served <= devices, $"{served} sessions of one ticket were served at once.");
            Served += served;
        }
    }

    /// <summary>Promise 3: what was acknowledged is in the database, whatever the grains forget.</summary>
    private async Task CheckWhatIsStored()
    {
        for (var ticket = 0; ticket < tickets.Length; ticket++)
        {
            var row = await gate.Catalogue.Row(tickets[ticket]);
            Assert.Equal(_granted[ticket].Count, row.Epoch);
            Assert.Equal(_revoked[ticket], row.RevokedAt is not null);
            Assert.Equal(_granted[ticket].Count > 0, row.RedeemedAt is not null);
        }
    }

    /// <summary>The ticket grain loses its memory and comes to life again, which gives its holder one full timeout from now.</summary>
    private async Task Forget(int ticket)
    {
        await gate.Cluster.DeactivateAsync(gate.Ticket(tickets[ticket]));
        await gate.Ticket(tickets[ticket]).Attach(SessionId.New(gate.Clock));
        _recovered[ticket] = gate.Clock.GetUtcNow();
    }

    private bool MightBeAlive(Viewing viewing, int ticket)
    {
        var heard = _lastHeard[viewing.Claims.Session];
        var counted = heard > _recovered[ticket] ? heard : _recovered[ticket];
        return !_overForGood.Contains(viewing.Claims.Session) && gate.Clock.GetUtcNow() - counted <= GateCluster.SessionTimeout;
    }

    private Task InHand(HistoryStep step, Func<Viewing, Task> act) =>
        _inHand.TryGetValue((step.Ticket, step.Device), out var viewing) ? act(viewing) : Task.CompletedTask;
}
