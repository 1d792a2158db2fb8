namespace StreamGate.Data.Queries;

/// <summary>Events by their switches. <see cref="Any"/> leaves archived ones out; <see cref="All"/> does not.</summary>
public enum EventStatusFilter
{
    Any,
    Active,
    Inactive,
    Archived,
    All,
}
