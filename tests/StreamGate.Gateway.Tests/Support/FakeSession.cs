using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>A session that says what the test tells it to.</summary>
public sealed class FakeSession : IPlaybackSessionGrain
{
    public RenewResult OnRenew { get; set; } = new RenewResult.Renewed();

    public HeartbeatResult OnHeartbeat { get; set; } = HeartbeatResult.Ok;

    public ValueTask<AuthorizeOutcome> Authorize(SessionClaims claims, string path) => throw new NotSupportedException();

    public Task<HeartbeatResult> Heartbeat(SessionClaims claims) => Task.FromResult(OnHeartbeat);

    public Task<RenewResult> Renew(SessionClaims claims, Caller caller) => Task.FromResult(OnRenew);

    public Task End() => throw new NotSupportedException();
}
