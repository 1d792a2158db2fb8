using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>A ticket that says what the test tells it to.</summary>
public sealed class FakeTicket : IAccessTokenGrain
{
    private int _revocations;

    public Func<RedeemResult> OnRedeem { get; set; } = () => new RedeemResult.Unknown();

    public RevocationResult OnRevoke { get; set; } = new RevocationResult.Done(DateTimeOffset.UnixEpoch);

    /// <summary>What revoking and releasing end in, when they are to fail.</summary>
    public Exception? Fails { get; set; }

    public List<SessionId> Released { get; } = [];

    public int Revocations => _revocations;

    public Task<RedeemResult> Redeem(Caller caller) => Task.FromResult(OnRedeem());

    public Task<RenewResult> Renew(SessionId session, Caller caller) => throw new NotSupportedException();

    public Task<HeartbeatResult> Heartbeat(SessionId session) => throw new NotSupportedException();

    public Task Release(SessionId session, Caller caller)
    {
        Released.Add(session);
        return Fails is null ? Task.CompletedTask : Task.FromException(Fails);
    }

    public Task<RevocationResult> Revoke(Caller caller)
    {
        Interlocked.Increment(ref _revocations);
        return Fails is null ? Task.FromResult(OnRevoke) : Task.FromException<RevocationResult>(Fails);
    }

    public Task<RevocationResult> Unrevoke(Caller caller) => Task.FromResult(OnRevoke);

    public Task<AttachResult> Attach(SessionId session) => throw new NotSupportedException();
}
