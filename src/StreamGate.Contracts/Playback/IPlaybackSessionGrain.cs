using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Contracts.Playback;

/// <summary>One viewer on one device. Key: <see cref="SessionId.GrainKey"/>. Its claims come from a token that the gateway has verified.</summary>
[Alias("streamgate.IPlaybackSessionGrain")]
public interface IPlaybackSessionGrain : IGrainWithStringKey
{
    /// <summary>Whether this request is served. No I/O once the session knows its ticket.</summary>
    /// <param name="path">The decoded request path, from <c>/streams/</c> on.</param>
    [Alias("authorize")]
    ValueTask<AuthorizeOutcome> Authorize(SessionClaims claims, string path);

    /// <summary>Keeps the session and its ticket's lease alive.</summary>
    [Alias("heartbeat")]
    Task<HeartbeatResult> Heartbeat(SessionClaims claims);

    /// <summary>Asks the ticket whether this session may have a fresh token; counts as a heartbeat.</summary>
    [Alias("renew")]
    Task<RenewResult> Renew(SessionClaims claims, Caller caller);

    /// <summary>Said by the ticket: this session is never served again.</summary>
    [Alias("end")]
    Task End();
}
