namespace StreamGate.Data.Queries;

/// <summary>Events by the clock: not yet started, between start and end, past their end.</summary>
public enum EventTimeframe
{
    Any,
    Upcoming,
    Live,
    Past,
}
