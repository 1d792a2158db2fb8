using StreamGate.Gateway.Liveness;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class EventPhaseTests
{
    [Theory]
    [InlineData(-1, StreamLiveness.Live, "not-started")]
    [InlineData(0, StreamLiveness.Failed, "live")]
    [InlineData(60, StreamLiveness.Live, "live")]
    [InlineData(60, StreamLiveness.Missing, "live")]
    [InlineData(60, StreamLiveness.Idle, "live")]
    [InlineData(60, StreamLiveness.Finished, "recording")]
    [InlineData(121, StreamLiveness.Failed, "recording")]
    [InlineData(121, StreamLiveness.Missing, "ended")]
    [InlineData(120 + (48 * 60), StreamLiveness.Finished, "recording")]
    [InlineData(121 + (48 * 60), StreamLiveness.Finished, "ended")]
    public void The_stream_decides_where_it_can_be_seen_and_the_clock_elsewhere(int minutesAfterStart, StreamLiveness sighting, string expected)
    {
        var details = Samples.View().Details;

        Assert.Equal(expected, EventPhase.Of(details, details.StartsAt.AddMinutes(minutesAfterStart), sighting));
    }

    [Theory]
    [InlineData(60, StreamLiveness.Finished, false)]
    [InlineData(60, StreamLiveness.Idle, false)]
    [InlineData(200, StreamLiveness.Live, true)]
    [InlineData(60, StreamLiveness.Failed, true)]
    [InlineData(200, StreamLiveness.Failed, false)]
    public void A_player_opens_at_the_live_edge_of_a_stream_that_grows(int minutesAfterStart, StreamLiveness sighting, bool expected)
    {
        var details = Samples.View().Details;

        Assert.Equal(expected, EventPhase.IsLive(details, details.StartsAt.AddMinutes(minutesAfterStart), sighting));
    }
}
