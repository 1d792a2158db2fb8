using System.Collections.Concurrent;
using System.Diagnostics;
using StreamGate.Cluster.Tests.Fixture;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Cluster.Tests.Histories;

/// <summary>Devices contending for one ticket at the same time, each call recorded with its start and its end.</summary>
internal sealed class Race(GateCluster gate, EventView showing, TicketKey ticket)
{
    private readonly ConcurrentQueue<(SessionId Session, long Start, long End)> _grants = new();
    private readonly ConcurrentQueue<(SessionId Session, long Start)> _servings = new();

    public async Task Run(int device, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            var start = Stopwatch.GetTimestamp();
            if (await gate.Ticket(ticket).Redeem(Caller.Viewer($"192.0.2.{device}")) is not RedeemResult.Granted granted)
            {
                await Task.Yield();
                continue;
            }

            _grants.Enqueue((granted.Session, start, Stopwatch.GetTimestamp()));
            await Watch(new Viewing(gate, new SessionClaims(ticket, showing.Id, granted.Session)));
        }
    }

    /// <summary>Promise 1: a request that began after a newer grant had ended is never served.</summary>
    public void CheckThatNoOlderSessionWasServedAfterANewerGrant()
    {
        Assert.NotEmpty(_servings);
        var grants = _grants.ToDictionary(grant => grant.Session);
        foreach (var (session, start) in _servings)
        {
            var own = grants[session];
            var newer = _grants.Where(grant => grant.Start > own.End && grant.End < start);
            Assert.Empty(newer);
        }
    }

    private async Task Watch(Viewing viewing)
    {
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            if (await viewing.Segment() is AuthorizeOutcome.Allowed)
            {
                _servings.Enqueue((viewing.Claims.Session, start));
            }
        }

        await viewing.Heartbeat();
        await viewing.Release();
    }
}
