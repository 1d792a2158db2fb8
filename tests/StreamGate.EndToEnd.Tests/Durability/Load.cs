using System.Collections.Concurrent;

namespace StreamGate.EndToEnd.Tests.Durability;

/// <summary>
/// Many things done to a gate at once, until it is killed. Whatever was answered is written down here after its answer, and nothing else is.
/// </summary>
internal sealed class Load(Gate gate, Admin admin, Audience audience)
{
    private readonly TaskCompletionSource _enough = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private int _answered;
    private int _viewers;

    /// <summary>Tickets that are to be redeemed, and to stay so.</summary>
    public required ConcurrentQueue<IssuedTicket> ToRedeem { get; init; }

    /// <summary>Tickets that are to be revoked, every other one while somebody watches.</summary>
    public required ConcurrentQueue<IssuedTicket> ToRevoke { get; init; }

    /// <summary>One ticket each of events that are to be switched off.</summary>
    public required ConcurrentQueue<IssuedTicket> ToSwitchOff { get; init; }

    /// <summary>The event that more tickets are issued of.</summary>
    public required string Event { get; init; }

    public ConcurrentBag<(IssuedTicket Ticket, Seat Seat)> Redeemed { get; } = [];

    public ConcurrentBag<IssuedTicket> Revoked { get; } = [];

    public ConcurrentBag<IssuedTicket> SwitchedOff { get; } = [];

    public ConcurrentBag<IReadOnlyList<IssuedTicket>> Issued { get; } = [];

    /// <summary>Works until so many calls were answered, then kills the gate in the middle of the next ones.</summary>
    public async Task RunUntilKilledAsync(int answers)
    {
        var workers = new[]
        {
            WorkAsync(ToRedeem, RedeemAsync, answers),
            WorkAsync(ToRedeem, RedeemAsync, answers),
            WorkAsync(ToRedeem, RedeemAsync, answers),
            WorkAsync(ToRevoke, RevokeAsync, answers),
            WorkAsync(ToRevoke, RevokeAsync, answers),
            WorkAsync(ToSwitchOff, SwitchOffAsync, answers),
            WorkAsync(null, _ => IssueAsync(), answers),
        };
        await Task.WhenAny(_enough.Task, Task.WhenAll(workers));
        gate.Process.Kill();
        await Task.WhenAll(workers);
        await gate.Process.EndAsync();
        Assert.True(_answered >= answers, $"Only {_answered} calls were answered.");
    }

    /// <summary>An address that no other viewer has, so that nobody shares a rate limit.</summary>
    public string NextViewer()
    {
        var number = Interlocked.Increment(ref _viewers);
        return $"10.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";
    }

    private async Task WorkAsync(ConcurrentQueue<IssuedTicket>? queue, Func<IssuedTicket, Task> work, int enough)
    {
        try
        {
            IssuedTicket? ticket = null;
            while (queue is null || queue.TryDequeue(out ticket))
            {
                await work(ticket!);
                if (Interlocked.Increment(ref _answered) == enough)
                {
                    _enough.SetResult();
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException && _enough.Task.IsCompleted)
        {
            // The gate is dead, and nobody knows what became of this call.
        }
    }

    private async Task RedeemAsync(IssuedTicket ticket) => Redeemed.Add((ticket, await audience.TakeSeatAsync(ticket.Code, NextViewer())));

    private async Task RevokeAsync(IssuedTicket ticket)
    {
        if (ticket.Code[0] % 2 == 0)
        {
            await audience.TakeSeatAsync(ticket.Code, NextViewer());
        }

        await admin.RevokeAsync(ticket);
        Revoked.Add(ticket);
    }

    private async Task SwitchOffAsync(IssuedTicket ticket)
    {
        await admin.DeactivateAsync(ticket.EventId);
        SwitchedOff.Add(ticket);
    }

    private async Task IssueAsync() => Issued.Add(await admin.IssueAsync(Event, 3));
}
