using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Tests.Http;

public sealed class IsoTimeTests
{
    [Theory]
    [InlineData("2026-05-01T18:00:00Z")]
    [InlineData("2026-05-01T18:00Z")]
    [InlineData("2026-05-01T18:00:00.000Z")]
    [InlineData("2026-05-01T20:00:00+02:00")]
    public void The_same_moment_can_be_written_in_several_ways(string text)
    {
        Assert.True(IsoTime.TryParse(text, out var time));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 18, 0, 0, TimeSpan.Zero), time);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-01T18:00:00")]
    [InlineData("2026-13-01T18:00:00Z")]
    [InlineData("1777658400000")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    public void Anything_else_is_no_time(string? text) => Assert.False(IsoTime.TryParse(text, out _));
}
