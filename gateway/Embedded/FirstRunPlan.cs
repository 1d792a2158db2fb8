using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Embedded;

/// <summary>
/// What the first run is going to make. It is written down before anything is made, so that a first run that was cut short makes the
/// same things again and not others beside them.
/// </summary>
/// <param name="Now">When the first run began.</param>
public sealed record FirstRunPlan(DateTimeOffset Now, Guid Live, Guid Upcoming, Guid Ended)
{
    public static FirstRunPlan Draw(TimeProvider clock) =>
        new(clock.GetUtcNow(), EventId.New(clock).Value, EventId.New(clock).Value, EventId.New(clock).Value);

    /// <summary>The demo events, the live one first.</summary>
    public IReadOnlyList<DemoEvent> Events =>
    [
        new(new EventId(Live), "live", "Harbour Concert", "A demo event that is live now.", Now.AddMinutes(-30), Now.AddDays(7), HasStream: true),
        new(new EventId(Upcoming), "upcoming", "Lighthouse Lecture", "A demo event that starts in two weeks.", Now.AddDays(14), Now.AddDays(14).AddHours(2), HasStream: false),
        new(new EventId(Ended), "ended", "Island Film Night", "A demo event that is over; its recording can be watched for a week.", Now.AddHours(-5), Now.AddHours(-2), HasStream: true),
    ];
}
