using StreamGate.Gateway.Endpoints.Health;
using StreamGate.Grains.Playback;
using StreamGate.Grains.Revocation;
using StreamGate.Media.Origins;

namespace StreamGate.Gateway.Embedded;

/// <summary>What the one process of an embedded gate has in memory.</summary>
public sealed class EmbeddedFigures(IRevocationBoard board, LocalSessions sessions, CachedOrigin origin) : IHealthFigures
{
    private const double Mebibyte = 1 << 20;

    public IEnumerable<KeyValuePair<string, double>> Read() =>
    [
        new("revocationCacheSize", board.Notices),
        new("lastSyncAgo", Math.Round(board.SinceLastPin.TotalSeconds, 1)),
        new("sessionsInMemory", sessions.Count),
        new("segmentCacheEvents", origin.CachedStreams),
        new("segmentCacheSizeMB", Math.Round(origin.CachedBytes / Mebibyte, 2)),
    ];
}
