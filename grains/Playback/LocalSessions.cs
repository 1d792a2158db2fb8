using System.Collections.Concurrent;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;

namespace StreamGate.Grains.Playback;

/// <summary>
/// The sessions that live on this silo. A gateway in the same process reads a session's answer here instead of sending it a message;
/// it is the same answer, from the same state. As many entries as there are activations.
/// </summary>
public sealed class LocalSessions
{
    private readonly ConcurrentDictionary<SessionId, SessionGate> _gates = new();

    /// <summary>Sessions alive on this silo, in whatever state.</summary>
    public int Count => _gates.Count;

    /// <summary>The session's answer, or null when it does not live here and has to be asked by a call.</summary>
    public AuthorizeOutcome? TryAuthorize(SessionClaims claims, string path) =>
        _gates.TryGetValue(claims.Session, out var gate) ? gate.Authorize(claims, path) : null;

    internal void Add(SessionId session, SessionGate gate) => _gates[session] = gate;

    internal void Remove(SessionId session, SessionGate gate) => _gates.TryRemove(KeyValuePair.Create(session, gate));
}
