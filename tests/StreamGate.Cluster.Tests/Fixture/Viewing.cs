using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Cluster.Tests.Fixture;

/// <summary>One device with a session, as a player would use it.</summary>
public sealed record Viewing(GateCluster Gate, SessionClaims Claims)
{
    private IPlaybackSessionGrain Session => Gate.Session(Claims.Session);

    public ValueTask<AuthorizeOutcome> Segment() => Session.Authorize(Claims, $"/streams/{Claims.Event}/360p/seg1.ts");

    public Task<HeartbeatResult> Heartbeat() => Session.Heartbeat(Claims);

    public Task<RenewResult> Renew() => Session.Renew(Claims, Caller.Viewer("192.0.2.1"));

    public Task Release() => Gate.Ticket(Claims.Ticket).Release(Claims.Session, Caller.Viewer("192.0.2.1"));
}
