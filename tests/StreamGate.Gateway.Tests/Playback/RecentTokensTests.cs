using StreamGate.Contracts.Playback;
using StreamGate.Gateway.Playback;
using StreamGate.Gateway.Tests.Support;

namespace StreamGate.Gateway.Tests.Playback;

public sealed class RecentTokensTests
{
    private static readonly VerifiedToken Any = new(
        Samples.Code, new SessionClaims(Samples.Code.Key, Samples.Event, Samples.Session), "/", false, DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_flood_of_tokens_pushes_out_the_oldest_and_stays_within_the_capacity()
    {
        var recent = new RecentTokens(capacity: 100);
        for (var index = 0; index < 1_000; index++)
        {
            recent.Keep($"token {index}", Any);
        }

        var kept = Enumerable.Range(0, 1_000).Where(index => recent.Find($"token {index}") is not null).ToList();
        Assert.InRange(kept.Count, 1, 100);
        Assert.All(kept, index => Assert.True(index >= 900));
    }

    [Fact]
    public void A_token_in_use_outlives_a_flood_of_others()
    {
        var recent = new RecentTokens(capacity: 100);
        recent.Keep("in use", Any);
        for (var index = 0; index < 1_000; index++)
        {
            recent.Keep($"token {index}", Any);
            Assert.NotNull(recent.Find("in use"));
        }
    }

    [Fact]
    public void A_forgotten_token_is_gone()
    {
        var recent = new RecentTokens(capacity: 100);
        recent.Keep("token", Any);
        recent.Forget("token");

        Assert.Null(recent.Find("token"));
    }
}
