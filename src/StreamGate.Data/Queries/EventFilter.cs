namespace StreamGate.Data.Queries;

/// <summary>Which events a list shows, and in which order.</summary>
public sealed record EventFilter(EventStatusFilter Status, EventTimeframe Timeframe, EventSort Sort);
