using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Grains.Revocation;

namespace StreamGate.Grains.Playback;

/// <summary>
/// One session's answer to "may this be served?": comparisons of time, path, the session's own state and the silo's board, without a
/// wait or an allocation. Any thread may ask; only the session's grain changes it, and both of its changes go one way (heard later, ended for good).
/// </summary>
internal sealed class SessionGate(SessionClaims claims, AttachResult.Held facts, TimeSpan heardAt, TimeSpan timeout, IRevocationBoard board, TimeProvider clock)
{
    private readonly string _prefix = $"/streams/{facts.Event}/";
    private readonly long _accessOver = (facts.AccessEndsAt + PlaybackRules.Grace).UtcTicks;

    private long _heardAt = heardAt.Ticks;
    private volatile bool _ended;

    public bool HasEnded => _ended;

    /// <summary>The ticket confirmed a heartbeat that was sent at this monotonic time.</summary>
    public void Heard(TimeSpan at)
    {
        if (at.Ticks > Volatile.Read(ref _heardAt))
        {
            Volatile.Write(ref _heardAt, at.Ticks);
        }
    }

    /// <summary>From the moment this returns, no request is served.</summary>
    public void End() => _ended = true;

    public AuthorizeOutcome Authorize(SessionClaims asking, string path)
    {
        if (_ended || asking.Ticket != claims.Ticket)
        {
            return AuthorizeOutcome.Ended;
        }

        if (!path.StartsWith(_prefix, StringComparison.Ordinal))
        {
            return AuthorizeOutcome.WrongPath;
        }

        var standing = Standing();
        if (standing is not AuthorizeOutcome.Allowed)
        {
            return standing;
        }

        return clock.Monotonic().Ticks - Volatile.Read(ref _heardAt) > timeout.Ticks ? AuthorizeOutcome.NotHeardFrom : AuthorizeOutcome.Allowed;
    }

    /// <summary>What the board and the access window say, whatever is asked for.</summary>
    public AuthorizeOutcome Standing()
    {
        if (board.IsRevoked(claims.Ticket))
        {
            return AuthorizeOutcome.TicketRevoked;
        }

        var over = _accessOver;
        if (board.Find(facts.Event) is { } notice)
        {
            if (!notice.IsAvailable)
            {
                return AuthorizeOutcome.EventOff;
            }

            if (notice.Version > facts.EventVersion)
            {
                over = (notice.AccessEndsAt + PlaybackRules.Grace).UtcTicks;
            }
        }

        return clock.GetUtcNow().UtcTicks > over ? AuthorizeOutcome.AccessOver : AuthorizeOutcome.Allowed;
    }
}
