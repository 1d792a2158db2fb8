using StreamGate.Contracts.Playback;

namespace StreamGate.Gateway.Playback;

/// <summary>Asks the session of a verified token whether a request is served.</summary>
public interface ISessionAuthorizer
{
    /// <param name="path">The decoded request path, from <c>/streams/</c> on.</param>
    ValueTask<AuthorizeOutcome> AuthorizeAsync(SessionClaims claims, string path);
}
