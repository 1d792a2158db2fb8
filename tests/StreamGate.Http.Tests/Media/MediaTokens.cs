using Microsoft.Extensions.DependencyInjection;
using StreamGate.Contracts.Ids;
using StreamGate.Gateway.Playback;

namespace StreamGate.Http.Tests.Media;

/// <summary>The gate's own token maker, for tokens that no call hands out.</summary>
public static class MediaTokens
{
    public static string Probe(Gate gate, string id) => Maker(gate).MintProbe(Parse(id));

    /// <summary>A well signed token of a session that never was.</summary>
    public static string OfNoSession(Gate gate, Ticket ticket) =>
        Maker(gate).Mint(TicketCode.TryParse(ticket.Code, out var code) ? code : default, Parse(ticket.Event), SessionId.New(gate.Clock));

    private static IPlaybackTokens Maker(Gate gate) => gate.Services.GetRequiredService<IPlaybackTokens>();

    private static EventId Parse(string id) => EventId.TryParse(id, out var parsed) ? parsed : throw new FormatException();
}
