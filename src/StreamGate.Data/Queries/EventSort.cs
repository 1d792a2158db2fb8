namespace StreamGate.Data.Queries;

/// <summary>The order of an event list.</summary>
public enum EventSort
{
    StartsAtDescending,
    StartsAtAscending,
    CreatedAtDescending,
    TitleAscending,
}
