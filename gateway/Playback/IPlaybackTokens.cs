using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Playback;

/// <summary>Makes and checks playback tokens: JWTs (RFC 7519) signed with HS256 (RFC 7518, section 3.2).</summary>
public interface IPlaybackTokens
{
    /// <summary>A token for one session, good for an hour.</summary>
    string Mint(TicketCode code, EventId id, SessionId session);

    /// <summary>A token good for ten seconds that opens HEAD on the event's paths only.</summary>
    string MintProbe(EventId id);

    /// <summary>The claims of a token whose signature, times and shape are good now; null otherwise. Cheap when the token was seen before.</summary>
    VerifiedToken? Verify(string token);

    /// <inheritdoc cref="Verify(string)"/>
    /// <remarks>For the hot path: a token that was seen before needs no string of its own.</remarks>
    VerifiedToken? Verify(ReadOnlySpan<char> token) => Verify(token.ToString());
}
