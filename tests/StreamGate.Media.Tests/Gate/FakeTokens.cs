using StreamGate.Contracts.Ids;
using StreamGate.Gateway.Playback;

namespace StreamGate.Media.Tests.Gate;

/// <summary>Knows the tokens that a test gave out.</summary>
public sealed class FakeTokens : IPlaybackTokens
{
    public Dictionary<string, VerifiedToken> Known { get; } = [];

    public string Mint(TicketCode code, Contracts.Ids.EventId id, SessionId session) => throw new NotSupportedException();

    public string MintProbe(Contracts.Ids.EventId id) => throw new NotSupportedException();

    public VerifiedToken? Verify(string token) => Known.GetValueOrDefault(token);
}
