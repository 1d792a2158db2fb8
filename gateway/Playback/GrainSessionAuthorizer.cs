using System.Runtime.CompilerServices;
using StreamGate.Contracts.Playback;

namespace StreamGate.Gateway.Playback;

/// <summary>Asks the session's grain.</summary>
public sealed class GrainSessionAuthorizer(IGrainFactory grains) : ISessionAuthorizer
{
    // The claims of a remembered token are one object for all its requests, and so is the reference to its grain: it lives as long as they do.
    private readonly ConditionalWeakTable<SessionClaims, IPlaybackSessionGrain> _sessions = [];

    public ValueTask<AuthorizeOutcome> AuthorizeAsync(SessionClaims claims, string path) => SessionOf(claims).Authorize(claims, path);

    private IPlaybackSessionGrain SessionOf(SessionClaims claims) =>
        _sessions.TryGetValue(claims, out var session)
            ? session
            : _sessions.GetValue(claims, key => grains.GetGrain<IPlaybackSessionGrain>(key.Session.GrainKey));
}
