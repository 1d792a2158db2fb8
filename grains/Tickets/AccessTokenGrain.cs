using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Runtime;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Revocation;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;
using StreamGate.Data.Storage;
using StreamGate.Grains.Hosting;
using StreamGate.Grains.Playback;
using StreamGate.Grains.Revocation;

namespace StreamGate.Grains.Tickets;

/// <summary>
/// A ticket. Its row is durable before any answer that depends on it; heartbeats live in memory only. The grain is not reentrant:
/// one question at a time, but for <see cref="Attach"/>, which only reads.
/// </summary>
[CollectionAgeLimit(Minutes = 5)]
internal sealed partial class AccessTokenGrain(
    [PersistentState(CatalogueStates.Ticket, CatalogueStates.Storage)] IPersistentState<TicketRow> row,
    IAuditLog audit,
    IRevocationBoard board,
    IRevocationBroadcast broadcast,
    IOptions<PlaybackRules> rules,
    TimeProvider clock,
    ILogger<AccessTokenGrain> logger) : Grain, IAccessTokenGrain
{
    private readonly TimeSpan _timeout = rules.Value.SessionTimeout;

    private TicketKey _key;
    private LeaseTable _leases = LeaseTable.Empty;
    private EventView? _showing;
    private IGrainTimer? _expiry;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = TicketKey.FromGrainKey(this.GetPrimaryKeyString());
        _leases = LeaseTable.Recover(row.State.Leases, clock.Monotonic());
        WatchExpiry();
        return Task.CompletedTask;
    }

    public async Task<RedeemResult> Redeem(Caller caller)
    {
        var showing = await LoadEvent();
        var access = Judge(showing);
        if (access is not Access.Open)
        {
            await audit.AppendAsync(Trail.Validated(caller, access.ToOutcome()));
            ForgetUnknown(access);
            return access.ToRedeem(showing);
        }

        var details = showing!.Details;
        var lease = new LeaseRow(SessionId.New(clock), row.State.Epoch + 1, clock.GetUtcNow(), caller.Ip);
        if (_leases.Acquire(lease, clock.Monotonic(), _timeout, details.DevicesPerTicket, details.OnExtraDevice) is not { } grant)
        {
            await audit.AppendAsync(Trail.Validated(caller, "in-use"));
            return new RedeemResult.InUse();
        }

        await Commit(grant.Before, grant.Ended, row.State with
        {
            Epoch = lease.Epoch,
            Leases = grant.After(default).Rows,
            RedeemedAt = row.State.RedeemedAt ?? lease.GrantedAt,
            RedeemedIp = row.State.RedeemedAt is null ? caller.Ip : row.State.RedeemedIp,
            Trail = [.. grant.Ended.Select(Trail.Ended), Trail.Validated(caller), Trail.Started(caller, lease.Session)],
        });
        _leases = grant.After(clock.Monotonic());
        WatchExpiry();
        return new RedeemResult.Granted(lease.Session, showing);
    }

    public async Task<RenewResult> Renew(SessionId session, Caller caller)
    {
        var showing = await LoadEvent();
        var access = Judge(showing);
        return access is Access.Open ? (await Heartbeat(session)).ToRenew() : access.ToRenew(showing);
    }

    public async Task<HeartbeatResult> Heartbeat(SessionId session)
    {
        var devices = (_showing ?? await LoadEvent())?.Details.DevicesPerTicket ?? 1;
        var (result, after) = _leases.Hear(session, clock.Monotonic(), _timeout, devices);
        if (result is HeartbeatResult.Ok)
        {
            _leases = after;
        }
        else
        {
            await DropTimedOut();
        }

        return result;
    }

    public async Task Release(SessionId session, Caller caller)
    {
        if (_leases.Find(session) is not { } lease)
        {
            return;
        }

        if (await LoadEvent() is null)
        {
            ForgetDeleted();
            return;
        }

        var rest = _leases.Without(session);
        var trail = Trail.Entry(caller, AuditActions.SessionReleased) with { Session = session };
        await Commit(rest, [new EndedLease(lease.Row, SessionEnd.Released)], row.State with { Leases = rest.Rows, Trail = [trail] });
    }

    public Task<RevocationResult> Revoke(Caller caller) =>
        row.State.RevokedAt is not null ? Confirm() : SetRevoked(clock.GetUtcNow(), caller, AuditActions.TicketRevoked);

    public async Task<RevocationResult> Unrevoke(Caller caller)
    {
        if (await LoadEvent() is not { } showing || !row.RecordExists)
        {
            return new RevocationResult.NotFound();
        }

        if (clock.GetUtcNow() > showing.Details.AccessEndsAt)
        {
            return new RevocationResult.Expired(showing.Details.AccessEndsAt);
        }

        return row.State.RevokedAt is null ? await Confirm() : await SetRevoked(null, caller, AuditActions.TicketUnrevoked);
    }

    public async Task<AttachResult> Attach(SessionId session)
    {
        // The event that this grain remembers may be older than the notices that its silo has been told to go by.
        var showing = _showing;
        if (showing is null || board.Find(row.State.Event)?.Version > showing.Version)
        {
            showing = await LoadEvent();
        }

        return showing is not null && row.State.RevokedAt is null && _leases.Find(session) is { } lease
            ? new AttachResult.Held(
                row.State.Event, clock.Monotonic() - lease.HeardAt, showing.Details.AccessEndsAt, showing.Version)
            : new AttachResult.Gone();
    }

    private async Task<RevocationResult> SetRevoked(DateTimeOffset? at, Caller caller, string action)
    {
        if (!row.RecordExists || await LoadEvent() is null)
        {
            return new RevocationResult.NotFound();
        }

        // Revoking gives the leases up, so that nobody waits for a dead session when the ticket is given back.
        var ended = _leases.Held.Select(lease => new EndedLease(lease.Row, SessionEnd.Revoked)).ToImmutableArray();
        await Commit(LeaseTable.Empty, ended, row.State with { RevokedAt = at, Leases = [], Trail = [Trail.Entry(caller, action)] });
        return await Confirm();
    }

    /// <summary>Has every silo go by the row as it stands. Also when it stood so before: an earlier call may have ended unconfirmed.</summary>
    private async Task<RevocationResult> Confirm()
    {
        if (!row.RecordExists || (_showing ?? await LoadEvent()) is not { } showing)
        {
            return new RevocationResult.NotFound();
        }

        var keepUntil = showing.Details.AccessEndsAt + PlaybackRules.Grace + PlaybackRules.Grace;
        var notice = new TicketNotice(_key, row.State.Version, row.State.RevokedAt is not null, keepUntil);
        var silent = await broadcast.PublishAsync(BoardNotices.Of(notice));
        return silent.IsEmpty ? new RevocationResult.Done(row.State.RevokedAt) : new RevocationResult.Unconfirmed(silent);
    }

    private async Task DropTimedOut()
    {
        try
        {
            var (after, ended) = _leases.Expire(clock.Monotonic(), _timeout);
            if (ended.IsEmpty)
            {
                return;
            }

            if (await LoadEvent() is null)
            {
                ForgetDeleted();
                return;
            }

            await Commit(after, ended, row.State with { Leases = after.Rows, Trail = [.. ended.Select(Trail.Ended)] });
        }
        finally
        {
            WatchExpiry();
        }
    }

    /// <summary>One timer a ticket, set for when the first lease could time out; heartbeats do not touch it.</summary>
    private void WatchExpiry()
    {
        _expiry?.Dispose();
        _expiry = _leases.NextExpiry(clock.Monotonic(), _timeout) is { } left
            ? this.RegisterGrainTimer(DropTimedOut, new GrainTimerCreationOptions(Later(left), Timeout.InfiniteTimeSpan))
            : null;

        static TimeSpan Later(TimeSpan left) => (left > TimeSpan.Zero ? left : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1);
    }

    /// <summary>
    /// The sessions that go can't attach again from here on, are told so, and only then is the row written with what the trail says of
    /// it. If a session can't be told, nothing is written. A session that was told stays ended all the same, and gives its lease up
    /// when it next asks to keep it.
    /// </summary>
    private async Task Commit(LeaseTable staying, ImmutableArray<EndedLease> ended, TicketRow next)
    {
        var before = _leases;
        _leases = staying;
        try
        {
            await Task.WhenAll(ended.Select(lease => GrainFactory.GetGrain<IPlaybackSessionGrain>(lease.Row.Session.GrainKey).End()));
            await row.SaveAsync(next, GrainContext);
        }
        catch
        {
            _leases = before;
            throw;
        }
    }

    private async Task<EventView?> LoadEvent() =>
        _showing = row.RecordExists ? await GrainFactory.GetGrain<IEventGrain>(row.State.Event.GrainKey).Get() : null;

    private Access Judge(EventView? showing) => AccessRule.Judge(row.RecordExists ? row.State : null, showing, clock.GetUtcNow());

    private TicketTrail Trail => new(_key, row.RecordExists ? row.State : null, clock.GetUtcNow());

    /// <summary>An activation for a code that was never issued is not worth its memory.</summary>
    private void ForgetUnknown(Access access)
    {
        if (access is Access.Unknown)
        {
            LogUnknown(_key.Short);
            DeactivateOnIdle();
        }
    }

    /// <summary>The event took the ticket's row with it: there is nothing left to write to.</summary>
    private void ForgetDeleted()
    {
        _leases = LeaseTable.Empty;
        DeactivateOnIdle();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody was ever given ticket {Ticket}")]
    private partial void LogUnknown(string ticket);
}
