using StreamGate.Contracts.RateLimiting;
using StreamGate.Grains.RateLimiting;

namespace StreamGate.Grains.Tests.RateLimiting;

public sealed class SlidingWindowsTests
{
    private static readonly RateLimitRule FiveAMinute = new(5, TimeSpan.FromMinutes(1));

    [Fact]
    public void The_sixth_in_a_minute_is_refused_and_told_when_the_first_falls_out_of_the_window()
    {
        var windows = new SlidingWindows(10);
        for (var second = 0; second < 5; second++)
        {
            Assert.True(windows.Acquire("192.0.2.1", FiveAMinute, TimeSpan.FromSeconds(second)).Allowed);
        }

        var refused = windows.Acquire("192.0.2.1", FiveAMinute, TimeSpan.FromSeconds(10));

        Assert.Equal(new RateLimitDecision(false, TimeSpan.FromSeconds(50)), refused);
        Assert.True(windows.Acquire("192.0.2.1", FiveAMinute, TimeSpan.FromSeconds(60)).Allowed);
        Assert.False(windows.Acquire("192.0.2.1", FiveAMinute, TimeSpan.FromSeconds(60.5)).Allowed);
    }

    [Fact]
    public void Subjects_are_counted_apart()
    {
        var windows = new SlidingWindows(10);
        var one = new RateLimitRule(1, TimeSpan.FromMinutes(1));

        Assert.True(windows.Acquire("192.0.2.1", one, TimeSpan.Zero).Allowed);
        Assert.True(windows.Acquire("192.0.2.2", one, TimeSpan.Zero).Allowed);
        Assert.False(windows.Acquire("192.0.2.1", one, TimeSpan.Zero).Allowed);
    }

    [Fact]
    public void A_flood_of_newcomers_neither_grows_the_table_nor_washes_out_an_offender()
    {
        var windows = new SlidingWindows(100);
        for (var i = 0; i < 5; i++)
        {
            windows.Acquire("192.0.2.1", FiveAMinute, TimeSpan.Zero);
        }

        for (var i = 0; i < 10_000; i++)
        {
            windows.Acquire($"198.51.100.{i}", FiveAMinute, TimeSpan.FromSeconds(1));
        }

        Assert.Equal(100, windows.Count);
        Assert.False(windows.Acquire("192.0.2.1", FiveAMinute, TimeSpan.FromSeconds(2)).Allowed);
    }
}
