using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;
using StreamGate.Grains.Revocation;

namespace StreamGate.Grains.Playback;

/// <summary>
/// A viewer's session, rebuilt from its ticket whenever it comes to life. Reentrant, because its ticket must be able to end it while
/// it waits for that ticket: every change of its state goes one way, so the order of two of them does not matter.
/// </summary>
[Reentrant]
[CollectionAgeLimit(Minutes = 5)]
internal sealed class PlaybackSessionGrain(LocalSessions local, IRevocationBoard board, IOptions<PlaybackRules> rules, TimeProvider clock)
    : Grain, IPlaybackSessionGrain
{
    private SessionId _id;
    private SessionGate? _gate;
    private bool _ended;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _id = SessionId.FromGrainKey(this.GetPrimaryKeyString());
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_gate is not null)
        {
            local.Remove(_id, _gate);
        }

        return Task.CompletedTask;
    }

    public ValueTask<AuthorizeOutcome> Authorize(SessionClaims claims, string path) =>
        _gate is { } gate ? new(gate.Authorize(claims, path)) : AttachAndAuthorize(claims, path);

    public async Task<HeartbeatResult> Heartbeat(SessionClaims claims)
    {
        var gate = await Attached(claims);
        if (gate is { HasEnded: false } && gate.Standing() is not AuthorizeOutcome.Allowed)
        {
            return HeartbeatResult.NotFound;
        }

        // Counted from before the question left, so that this session is never thought alive for longer than its ticket thinks so.
        var sentAt = clock.Monotonic();
        var result = await Ticket(claims).Heartbeat(_id);
        if (result is HeartbeatResult.Ok && _ended)
        {
            await GiveUp(claims);
            return await Ticket(claims).Heartbeat(_id);
        }

        Settle(gate, result is HeartbeatResult.Ok, sentAt);
        return result;
    }

    public async Task<RenewResult> Renew(SessionClaims claims, Caller caller)
    {
        var gate = await Attached(claims);
        var sentAt = clock.Monotonic();
        var result = await Ticket(claims).Renew(_id, caller);
        if (result is RenewResult.Renewed && _ended)
        {
            await GiveUp(claims);
            return await Ticket(claims).Renew(_id, caller);
        }

        if (result is RenewResult.Renewed or RenewResult.NotFound or RenewResult.Conflict)
        {
            Settle(gate, result is RenewResult.Renewed, sentAt);
        }

        return result;
    }

    public Task End()
    {
        _ended = true;
        _gate?.End();
        return Task.CompletedTask;
    }

    private async ValueTask<AuthorizeOutcome> AttachAndAuthorize(SessionClaims claims, string path) =>
        await Attached(claims) is { } gate ? gate.Authorize(claims, path) : AuthorizeOutcome.Ended;

    /// <summary>The gate, made from what the ticket says on the first call; null for a session that holds no lease.</summary>
    private async ValueTask<SessionGate?> Attached(SessionClaims claims)
    {
        if (_gate is not null || _ended)
        {
            return _gate;
        }

        var askedAt = clock.Monotonic();
        var answer = await Ticket(claims).Attach(_id);
        if (_gate is null && !_ended && answer is AttachResult.Held held && held.Event == claims.Event)
        {
            _gate = new SessionGate(claims, held, askedAt - held.SinceHeard, rules.Value.SessionTimeout, board, clock);
            local.Add(_id, _gate);
        }

        _ended |= answer is AttachResult.Gone;
        return _gate;
    }

    /// <summary>
    /// This session was told to end, but its ticket still has it: the write that was to follow has failed. It serves nothing any more,
    /// so it must not keep the ticket from others.
    /// </summary>
    private Task GiveUp(SessionClaims claims) => Ticket(claims).Release(_id, Caller.System);

    private void Settle(SessionGate? gate, bool heard, TimeSpan at)
    {
        if (heard)
        {
            gate?.Heard(at);
        }
        else
        {
            _ended = true;
            gate?.End();
        }
    }

    private IAccessTokenGrain Ticket(SessionClaims claims) => GrainFactory.GetGrain<IAccessTokenGrain>(claims.Ticket.GrainKey);
}
