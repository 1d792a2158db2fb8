using StreamGate.Gateway.Liveness;
using StreamGate.Gateway.Tests.Support;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class EventPhaseTests
{
    [Theory]
    [InlineData(-1, StreamSighting.Live, "not-started")]
    [InlineData(0, StreamSighting.Unknown, "live")]
    [InlineData(60, StreamSighting.Live, "live")]
    [InlineData(60, StreamSighting.Missing, "live")]
    [InlineData(60, StreamSighting.Finished, "recording")]
    [InlineData(121, StreamSighting.Unknown, "recording")]
    [InlineData(121, StreamSighting.Missing, "ended")]
    [InlineData(120 + (48 * 60), StreamSighting.Finished, "recording")]
    [InlineData(121 + (48 * 60), StreamSighting.Finished, "ended")]
    public void The_stream_decides_where_it_can_be_seen_and_the_clock_elsewhere(int minutesAfterStart, StreamSighting sighting, string expected)
    {
        var details = Samples.View().Details;

        Assert.Equal(expected, EventPhase.Of(details, details.StartsAt.AddMinutes(minutesAfterStart), sighting));
    }

    [Theory]
    [InlineData(60, StreamSighting.Finished, false)]
    [InlineData(200, StreamSighting.Live, true)]
    [InlineData(60, StreamSighting.Unknown, true)]
    [InlineData(200, StreamSighting.Unknown, false)]
    public void A_player_opens_at_the_live_edge_of_a_stream_that_grows(int minutesAfterStart, StreamSighting sighting, bool expected)
    {
        var details = Samples.View().Details;

        Assert.Equal(expected, EventPhase.IsLive(details, details.StartsAt.AddMinutes(minutesAfterStart), sighting));
    }
}
