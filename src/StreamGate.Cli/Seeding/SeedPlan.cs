using System.Collections.Immutable;
using System.Globalization;
using StreamGate.Cli.Admin;

namespace StreamGate.Cli.Seeding;

/// <summary>Which events a seeding makes: in turn one that is live, one to come, and one that is over but still open to its tickets.</summary>
public static class SeedPlan
{
    private const int AccessWindowHours = 48;

    /// <summary>The plan for <paramref name="count"/> events at this moment.</summary>
    public static ImmutableArray<NewEvent> Make(DateTimeOffset now, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Event(now, i))];

    private static NewEvent Event(DateTimeOffset now, int index)
    {
        var (state, start, end) = (index % 3) switch
        {
            0 => ("live", now.AddMinutes(-10), now.AddHours(2)),
            1 => ("upcoming", now.AddDays(1 + index), now.AddDays(1 + index).AddHours(2)),
            _ => ("ended", now.AddHours(-3), now.AddHours(-1)),
        };
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        return new NewEvent($"Seeded event {number} ({state})", "Made by streamgate seed.", start, end, AccessWindowHours);
    }
}
