using StreamGate.Contracts.Playback;
using StreamGate.Gateway.Playback;
using StreamGate.Grains.Playback;

namespace StreamGate.Gateway.Embedded;

/// <summary>
/// Where the only silo is this process, a session's answer is read where the session lives, which costs a look-up instead of a message.
/// A session that has not come to life yet is asked by a call, which brings it to life.
/// </summary>
public sealed class InProcessAuthorizer(LocalSessions sessions, IGrainFactory grains) : ISessionAuthorizer
{
    private readonly GrainSessionAuthorizer _call = new(grains);

    public ValueTask<AuthorizeOutcome> AuthorizeAsync(SessionClaims claims, string path) =>
        sessions.TryAuthorize(claims, path) is { } outcome ? ValueTask.FromResult(outcome) : _call.AuthorizeAsync(claims, path);
}
