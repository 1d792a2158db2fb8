using System.Collections.Concurrent;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;

namespace StreamGate.Grains.Revocation;

/// <summary>
/// The notices themselves. Readers never wait. Of two notices about one thing the higher version stays, in whatever order they come.
/// Bounded by forgetting: a notice goes when no session that it concerns could still be alive.
/// </summary>
internal sealed class RevocationBoard(TimeProvider clock) : IRevocationBoard
{
    private static readonly TimeSpan EventsKeptAfterTheirEnd = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<TicketKey, TicketNotice> _tickets = new();
    private readonly ConcurrentDictionary<EventId, EventNotice> _events = new();

    private long _pinnedAt = clock.GetTimestamp();

    public int Notices => _tickets.Count + _events.Count;

    public TimeSpan SinceLastPin => clock.GetElapsedTime(Interlocked.Read(ref _pinnedAt));

    public bool IsRevoked(TicketKey ticket) => _tickets.TryGetValue(ticket, out var notice) && notice.Revoked;

    public EventNotice? Find(EventId id) => _events.GetValueOrDefault(id);

    public void Pin(BoardNotices notices)
    {
        Interlocked.Exchange(ref _pinnedAt, clock.GetTimestamp());
        foreach (var notice in notices.Tickets)
        {
            _tickets.AddOrUpdate(notice.Ticket, static (_, added) => added, static (_, kept, added) => Newer(kept, added), notice);
        }

        foreach (var notice in notices.Events)
        {
            _events.AddOrUpdate(notice.Event, static (_, added) => added, static (_, kept, added) => added.Version > kept.Version ? added : kept, notice);
        }
    }

    /// <summary>
    /// Forgets what no session could still ask about. An event's notice may shorten what older sessions believe of its end; by the time
    /// it goes they have been refused, heartbeats too, for longer than any timeout.
    /// </summary>
    public void Sweep(DateTimeOffset now)
    {
        foreach (var notice in _tickets.Values.Where(notice => notice.KeepUntil < now))
        {
            _tickets.TryRemove(KeyValuePair.Create(notice.Ticket, notice));
        }

        foreach (var notice in _events.Values.Where(notice => notice.AccessEndsAt < now - EventsKeptAfterTheirEnd))
        {
            _events.TryRemove(KeyValuePair.Create(notice.Event, notice));
        }
    }

    private static TicketNotice Newer(TicketNotice kept, TicketNotice added) => added.Version > kept.Version ? added : kept;
}
