using Orleans.Concurrency;
using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Tickets;

/// <summary>
/// A ticket: whether it opens its event and which sessions hold its lease. Key: <see cref="TicketKey.GrainKey"/>.
/// </summary>
[Alias("streamgate.IAccessTokenGrain")]
public interface IAccessTokenGrain : IGrainWithStringKey
{
    /// <summary>Asks for a lease for a new session.</summary>
    [Alias("redeem")]
    Task<RedeemResult> Redeem(Caller caller);

    /// <summary>Asks whether <paramref name="session"/> may have a fresh token; counts as a heartbeat.</summary>
    [Alias("renew")]
    Task<RenewResult> Renew(SessionId session, Caller caller);

    /// <summary>Keeps the session's lease alive, in memory.</summary>
    [Alias("heartbeat")]
    Task<HeartbeatResult> Heartbeat(SessionId session);

    /// <summary>Frees the session's lease durably; a session without one changes nothing.</summary>
    [Alias("release")]
    Task Release(SessionId session, Caller caller);

    /// <summary>Shuts the ticket's sessions out of every silo before the answer. Revoking twice is the same as once.</summary>
    [Alias("revoke")]
    Task<RevocationResult> Revoke(Caller caller);

    /// <summary>Lets the ticket be redeemed again, unless it has expired.</summary>
    [Alias("unrevoke")]
    Task<RevocationResult> Unrevoke(Caller caller);

    /// <summary>Tells a session that comes to life whether it holds a lease. Interleaves, so that a redemption that ends it can't wait for it.</summary>
    [AlwaysInterleave]
    [Alias("attach")]
    Task<AttachResult> Attach(SessionId session);
}
