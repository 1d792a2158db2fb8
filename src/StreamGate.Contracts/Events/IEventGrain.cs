using Orleans.Concurrency;
using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Events;

/// <summary>An event: its schedule, whether it is on, and the issuing of its tickets. Key: <see cref="EventId.GrainKey"/>.</summary>
[Alias("streamgate.IEventGrain")]
public interface IEventGrain : IGrainWithStringKey
{
    /// <summary>Writes a new event under this id. One that exists already stays as it is and is the answer.</summary>
    [Alias("create")]
    Task<EventResult> Create(EventDetails details, Caller caller);

    /// <summary>Replaces the event's details; every silo knows the new access end before the answer.</summary>
    [Alias("update")]
    Task<EventResult> Update(EventDetails details, Caller caller);

    /// <summary>Shuts viewers out, or lets them in again, on every silo before the answer.</summary>
    [Alias("set-active")]
    Task<EventResult> SetActive(bool active, Caller caller);

    /// <summary>Puts the event away (which shuts viewers out) or brings it back.</summary>
    [Alias("set-archived")]
    Task<EventResult> SetArchived(bool archived, Caller caller);

    /// <summary>Deletes the event and its tickets when <paramref name="confirmTitle"/> is its title.</summary>
    [Alias("delete")]
    Task<DeleteEventResult> Delete(string confirmTitle, Caller caller);

    /// <summary>Issues <paramref name="count"/> tickets (1–500) with an optional label (at most 100 characters).</summary>
    [Alias("issue-tickets")]
    Task<IssueResult> IssueTickets(int count, string? label, Caller caller);

    /// <summary>The event as it stands, from memory; null when there is none.</summary>
    [AlwaysInterleave]
    [Alias("get")]
    Task<EventView?> Get();
}
