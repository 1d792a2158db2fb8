using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>An event that says what the test tells it to, and remembers what it was told.</summary>
public sealed class FakeEvent : IEventGrain
{
    public EventView? View { get; set; }

    public Func<EventDetails, EventResult>? OnWrite { get; set; }

    public EventDetails? Written { get; private set; }

    public List<string> Confirmations { get; } = [];

    public Task<EventResult> Create(EventDetails details, Caller caller) => Write(details);

    public Task<EventResult> Update(EventDetails details, Caller caller) => Write(details);

    public Task<EventResult> SetActive(bool active, Caller caller) => Write(View!.Details);

    public Task<EventResult> SetArchived(bool archived, Caller caller) => Write(View!.Details);

    public Task<DeleteEventResult> Delete(string confirmTitle, Caller caller)
    {
        Confirmations.Add(confirmTitle);
        return Task.FromResult<DeleteEventResult>(confirmTitle == View!.Details.Title ? new DeleteEventResult.Deleted(0) : new DeleteEventResult.TitleMismatch());
    }

    public Task<IssueResult> IssueTickets(int count, string? label, Caller caller) => Task.FromResult<IssueResult>(new IssueResult.Issued([]));

    public Task<EventView?> Get() => Task.FromResult(View);

    private Task<EventResult> Write(EventDetails details)
    {
        Written = details;
        return Task.FromResult(OnWrite?.Invoke(details) ?? new EventResult.Saved(View! with { Details = details }));
    }
}
