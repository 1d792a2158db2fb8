using System.Text;
using System.Text.Json;
using Jose;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StreamGate.Gateway.Playback;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Tests.Playback;

public sealed class PlaybackTokensTests
{
    private static readonly string Secret = new('a', 32);
    private static readonly string OtherSecret = new('b', 32);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 5, 1, 18, 0, 0, TimeSpan.Zero));
    private readonly PlaybackTokens _tokens;

    public PlaybackTokensTests() => _tokens = Make(Secret);

    [Fact]
    public void A_minted_token_carries_exactly_the_contracts_claims()
    {
        var token = _tokens.Mint(Samples.Code, Samples.Event, Samples.Session);

        var claims = JsonDocument.Parse(Encoding.UTF8.GetString(JWT.PayloadBytes(token))).RootElement;
        Assert.Equal(["eid", "exp", "iat", "sid", "sp", "sub"], claims.EnumerateObject().Select(claim => claim.Name).Order(StringComparer.Ordinal));
        Assert.Equal(Samples.Code.Reveal(), claims.GetProperty("sub").GetString());
        Assert.Equal($"/streams/{Samples.Event}/", claims.GetProperty("sp").GetString());
        Assert.Equal(3600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal("HS256", JWT.Headers(token)["alg"]);
    }

    [Fact]
    public void A_minted_token_verifies_to_what_it_was_made_of()
    {
        var verified = _tokens.Verify(_tokens.Mint(Samples.Code, Samples.Event, Samples.Session));

        Assert.NotNull(verified);
        Assert.Equal(Samples.Code, verified.Code);
        Assert.Equal((Samples.Code.Key, Samples.Event, Samples.Session), (verified.Claims.Ticket, verified.Claims.Event, verified.Claims.Session));
        Assert.False(verified.IsProbe);
    }

    [Fact]
    public void Any_changed_character_is_refused()
    {
        var token = _tokens.Mint(Samples.Code, Samples.Event, Samples.Session);
        for (var index = 0; index < token.Length - 1; index++)
        {
            var tampered = token[..index] + (token[index] == 'x' ? 'y' : 'x') + token[(index + 1)..];
            Assert.Null(_tokens.Verify(tampered));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("a.b.c.d.e")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9")]
    public void Text_that_is_no_token_is_refused(string text) => Assert.Null(_tokens.Verify(text));

    [Fact]
    public void A_token_without_a_signature_is_refused()
    {
        var payload = JWT.Payload(_tokens.Mint(Samples.Code, Samples.Event, Samples.Session));
        var unsigned = JWT.Encode(payload, null, JwsAlgorithm.none, Header());

        Assert.Null(_tokens.Verify(unsigned));
    }

    [Fact]
    public void The_right_secret_under_another_algorithm_is_refused()
    {
        var longSecret = new string('a', 64);
        var tokens = Make(longSecret);
        var payload = JWT.Payload(tokens.Mint(Samples.Code, Samples.Event, Samples.Session));
        var kid = JWT.Headers(tokens.Mint(Samples.Code, Samples.Event, Samples.Session))["kid"];
        var signed = JWT.Encode(payload, Encoding.UTF8.GetBytes(longSecret), JwsAlgorithm.HS512, new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = kid });

        Assert.Null(tokens.Verify(signed));
    }

    [Fact]
    public void A_kid_that_is_not_ours_is_refused_even_with_the_right_secret()
    {
        var payload = JWT.Payload(_tokens.Mint(Samples.Code, Samples.Event, Samples.Session));

        Assert.Null(_tokens.Verify(Sign(payload, new Dictionary<string, object>(StringComparer.Ordinal) { ["kid"] = "00000000" })));
        Assert.Null(_tokens.Verify(Sign(payload, [])));
        Assert.NotNull(_tokens.Verify(Sign(payload, Header())));
    }

    [Fact]
    public void A_token_is_refused_from_its_expiry_on_also_when_it_was_seen_before()
    {
        var token = _tokens.Mint(Samples.Code, Samples.Event, Samples.Session);

        _clock.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        Assert.NotNull(_tokens.Verify(token));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_tokens.Verify(token));
        Assert.Null(_tokens.Verify(token));
    }

    [Fact]
    public void A_token_from_the_future_is_refused_but_for_the_clocks_skew()
    {
        var ahead = new FakeTimeProvider(_clock.GetUtcNow().AddSeconds(6));
        var tokenOfAhead = Make(Secret, clock: ahead).Mint(Samples.Code, Samples.Event, Samples.Session);

        Assert.Null(_tokens.Verify(tokenOfAhead));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(_tokens.Verify(tokenOfAhead));
    }

    [Fact]
    public void The_previous_secrets_tokens_are_good_until_it_is_taken_out()
    {
        var old = Make(OtherSecret).Mint(Samples.Code, Samples.Event, Samples.Session);

        Assert.NotNull(Make(Secret, previous: OtherSecret).Verify(old));
        Assert.Null(Make(Secret).Verify(old));
    }

    [Fact]
    public void A_probe_says_so_and_lives_ten_seconds()
    {
        var probe = _tokens.MintProbe(Samples.Event);

        Assert.True(_tokens.Verify(probe)!.IsProbe);
        Assert.Equal($"/streams/{Samples.Event}/", _tokens.Verify(probe)!.PathPrefix);
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Null(_tokens.Verify(probe));
    }

    [Theory]
    [InlineData("sub", "\"short\"")]
    [InlineData("sub", "17")]
    [InlineData("sub", "null")]
    [InlineData("eid", "\"01976f00-0000-7000-8000-000000000009\"")]
    [InlineData("sp", "\"/streams/\"")]
    [InlineData("sid", "\"x\"")]
    [InlineData("exp", "\"9999999999\"")]
    [InlineData("exp", "99999999999")]
    [InlineData("exp", "9223372036854775807")]
    [InlineData("iat", "null")]
    public void A_claim_of_the_wrong_shape_is_refused_even_when_signed(string claim, string value)
    {
        var payload = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(JWT.Payload(_tokens.Mint(Samples.Code, Samples.Event, Samples.Session)))!;
        payload[claim] = JsonDocument.Parse(value).RootElement;

        Assert.Null(_tokens.Verify(Sign(JsonSerializer.Serialize(payload), Header())));
    }

    [Fact]
    public void A_remembered_token_is_the_same_object_and_costs_no_memory()
    {
        var token = _tokens.Mint(Samples.Code, Samples.Event, Samples.Session);
        var first = _tokens.Verify(token);
        _tokens.Verify(token);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var again = _tokens.Verify(token);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Same(first, again);
        Assert.Equal(0, allocated);
    }

    private PlaybackTokens Make(string secret, string? previous = null, TimeProvider? clock = null) => new(
        Options.Create(new PlaybackOptions { SigningSecret = secret, PreviousSigningSecret = previous }),
        clock ?? _clock,
        NullLogger<PlaybackTokens>.Instance);

    private Dictionary<string, object> Header() => new(StringComparer.Ordinal)
    {
        ["kid"] = JWT.Headers(_tokens.Mint(Samples.Code, Samples.Event, Samples.Session))["kid"],
    };

    private static string Sign(string payload, Dictionary<string, object> header) =>
        JWT.Encode(payload, Encoding.UTF8.GetBytes(Secret), JwsAlgorithm.HS256, header);
}
