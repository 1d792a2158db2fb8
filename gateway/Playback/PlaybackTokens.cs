using Jose;
using Microsoft.Extensions.Options;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Playback;

/// <summary>Playback tokens with jose-jwt: HS256 and nothing else, whatever a token's header says.</summary>
public sealed partial class PlaybackTokens(IOptions<PlaybackOptions> options, TimeProvider clock, ILogger<PlaybackTokens> logger) : IPlaybackTokens
{
    /// <summary>How long a token opens anything.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int RememberedTokens = 100_000;
    private const int LongestToken = 2_048;

    private static readonly TimeSpan ProbeLifetime = TimeSpan.FromSeconds(10);

    // Gateways' clocks may differ by this much before one refuses another's fresh token.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(5);

    // A probe belongs to nobody. No ticket has this code, and a probe never gets as far as a ticket.
    private static readonly TicketCode Nobody = TicketCode.TryParse("000000000000", out var code) ? code : throw new InvalidOperationException();

    private readonly SigningKeys _keys = new(options.Value);
    private readonly RecentTokens _recent = new(RememberedTokens);

    public string Mint(TicketCode code, EventId id, SessionId session) => Sign(code, id, session, Lifetime, probe: false);

    public string MintProbe(EventId id) => Sign(Nobody, id, new SessionId(Guid.Empty), ProbeLifetime, probe: true);

    public VerifiedToken? Verify(string token) => Verify(token.AsSpan());

    public VerifiedToken? Verify(ReadOnlySpan<char> token)
    {
        var now = clock.GetUtcNow();
        if (_recent.Find(token) is { } known)
        {
            if (now < known.ExpiresAt)
            {
                return known;
            }

            _recent.Forget(token.ToString());
            return null;
        }

        return token.Length <= LongestToken ? CheckAndKeep(token.ToString(), now) : null;
    }

    private VerifiedToken? CheckAndKeep(string token, DateTimeOffset now)
    {
        if (Check(token, now) is not { } verified)
        {
            return null;
        }

        _recent.Keep(token, verified);
        return verified;
    }

    private string Sign(TicketCode code, EventId id, SessionId session, TimeSpan lifetime, bool probe)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var payload = new TokenPayload(code.Reveal(), id.ToString(), session.ToString(), PrefixOf(id), now, now + (long)lifetime.TotalSeconds, probe);
        return JWT.Encode(payload.ToJson(), _keys.Current, JwsAlgorithm.HS256, new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = _keys.CurrentId });
    }

    private VerifiedToken? Check(string token, DateTimeOffset now)
    {
        if (token.AsSpan().Count('.') != 2)
        {
            return null;
        }

        try
        {
            return JWT.Headers(token).TryGetValue("kid", out var kid) && kid is string keyId && _keys.Find(keyId) is { } key
                ? Read(TokenPayload.Parse(JWT.DecodeBytes(token, key, JwsAlgorithm.HS256)), now)
                : null;
        }
        catch (Exception e)
        {
            // The token is hostile input, and its library throws many kinds of exception: every one of them means no.
            LogRefused(e.GetType().Name);
            return null;
        }
    }

    private static VerifiedToken? Read(TokenPayload payload, DateTimeOffset now)
    {
        var madeAt = DateTimeOffset.FromUnixTimeSeconds(payload.Iat);
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(payload.Exp);
        return now < expiresAt
            && madeAt <= now + ClockSkew
            && expiresAt - madeAt <= Lifetime
            && TicketCode.TryParse(payload.Sub, out var code)
            && EventId.TryParse(payload.Eid, out var id)
            && SessionId.TryParse(payload.Sid, out var session)
            && payload.Sp == PrefixOf(id)
            ? new VerifiedToken(code, new SessionClaims(code.Key, id, session), payload.Sp, payload.Probe, expiresAt)
            : null;
    }

    private static string PrefixOf(EventId id) => $"/streams/{id}/";

    [LoggerMessage(LogLevel.Debug, "A playback token was refused: {Reason}")]
    private partial void LogRefused(string reason);
}
