using System.Collections.Immutable;
using Orleans.Runtime;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;
using StreamGate.Data.Storage;
using StreamGate.Grains.Hosting;
using StreamGate.Grains.Revocation;

namespace StreamGate.Grains.Events;

/// <summary>An event. Whatever changes who may watch is durable first, then known to every silo, then answered.</summary>
[CollectionAgeLimit(Minutes = 30)]
internal sealed class EventGrain(
    [PersistentState(CatalogueStates.Event, CatalogueStates.Storage)] IPersistentState<EventRow> row,
    ICatalogue catalogue,
    IRevocationBroadcast broadcast,
    TimeProvider clock) : Grain, IEventGrain
{
    private const int DrawAttempts = 5;

    private EventId _id;

    /// <summary>The event as it was last written or read: <see cref="Get"/> interleaves, and must not see what is not durable yet.</summary>
    private EventView? _view;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _id = EventId.FromGrainKey(this.GetPrimaryKeyString());
        _view = row.RecordExists ? View() : null;
        return Task.CompletedTask;
    }

    public async Task<EventResult> Create(EventDetails details, Caller caller)
    {
        if (EventRules.Check(details) is { } broken)
        {
            return broken;
        }

        if (row.RecordExists)
        {
            return await Confirm();
        }

        var now = clock.GetUtcNow();
        await Write(new EventRow { Id = _id, Details = details, CreatedAt = now, UpdatedAt = now }, caller, AuditActions.EventCreated);

        // No session can have attached to it yet, so no silo has anything to be told.
        return new EventResult.Saved(_view!);
    }

    public async Task<EventResult> Update(EventDetails details, Caller caller) =>
        EventRules.Check(details) is { } broken ? broken
        : await Change(state => state with { Details = details }, caller, AuditActions.EventUpdated);

    public Task<EventResult> SetActive(bool active, Caller caller) => Change(
        state => state with { DeactivatedAt = active ? null : state.DeactivatedAt ?? clock.GetUtcNow() },
        caller,
        active ? AuditActions.EventReactivated : AuditActions.EventDeactivated);

    public Task<EventResult> SetArchived(bool archived, Caller caller) => Change(
        state => state with { ArchivedAt = archived ? state.ArchivedAt ?? clock.GetUtcNow() : null },
        caller,
        archived ? AuditActions.EventArchived : AuditActions.EventUnarchived);

    public async Task<DeleteEventResult> Delete(string confirmTitle, Caller caller)
    {
        if (!row.RecordExists)
        {
            return await ConfirmDeleted();
        }

        if (!string.Equals(confirmTitle, row.State.Details.Title, StringComparison.Ordinal))
        {
            return new DeleteEventResult.TitleMismatch();
        }

        var accessEndsAt = row.State.Details.AccessEndsAt;
        var tickets = await catalogue.DeleteEventAsync(_id, Entry(caller, AuditActions.EventDeleted) with { Detail = row.State.Details.Title });
        _view = null;
        DeactivateOnIdle();
        return await PublishDeleted(accessEndsAt) is { IsEmpty: false } silent ? new DeleteEventResult.Unconfirmed(silent) : new DeleteEventResult.Deleted(tickets);
    }

    public async Task<IssueResult> IssueTickets(int count, string? label, Caller caller)
    {
        if (!row.RecordExists)
        {
            return new IssueResult.NotFound();
        }

        if (EventRules.Check(count, label) is { } broken)
        {
            return broken;
        }

        // Two equal codes among 62^12 are not to be expected; a whole new draw is the simplest way out when it happens all the same.
        for (var attempt = 0; attempt < DrawAttempts; attempt++)
        {
            var drawn = Draw(count, label);
            if (await catalogue.AddTicketsAsync(drawn, Entry(caller, AuditActions.TicketsIssued) with { Detail = $"count={count}" }))
            {
                var expiresAt = row.State.Details.AccessEndsAt;
                return new IssueResult.Issued([.. drawn.Select(ticket => new IssuedTicket(ticket.Id, ticket.Code, ticket.Label, ticket.CreatedAt, expiresAt))]);
            }
        }

        throw new InvalidOperationException($"No unused codes were drawn in {DrawAttempts} attempts: the random generator can't be trusted.");
    }

    public Task<EventView?> Get()
    {
        if (_view is null)
        {
            // Nothing to remember: whoever asks for ids at random must not fill the memory with them.
            DeactivateOnIdle();
        }

        return Task.FromResult(_view);
    }

    /// <summary>Somebody who was told that a deletion is unconfirmed asks again. The event is gone, but silos may still not know it.</summary>
    private async Task<DeleteEventResult> ConfirmDeleted()
    {
        DeactivateOnIdle();
        if (!await catalogue.WasDeletedAsync(_id))
        {
            return new DeleteEventResult.NotFound();
        }

        var silent = await PublishDeleted(clock.GetUtcNow());
        return silent.IsEmpty ? new DeleteEventResult.NotFound() : new DeleteEventResult.Unconfirmed(silent);
    }

    private Task<ImmutableArray<string>> PublishDeleted(DateTimeOffset accessEndsAt) =>
        broadcast.PublishAsync(BoardNotices.Of(new EventNotice(_id, long.MaxValue, IsAvailable: false, accessEndsAt)));

    private async Task<EventResult> Change(Func<EventRow, EventRow> change, Caller caller, string action)
    {
        if (!row.RecordExists)
        {
            return new EventResult.NotFound();
        }

        return await Save(change(row.State) with { UpdatedAt = clock.GetUtcNow() }, caller, action);
    }

    private async Task<EventResult> Save(EventRow next, Caller caller, string action)
    {
        await Write(next, caller, action);
        return await Confirm();
    }

    private async Task Write(EventRow next, Caller caller, string action)
    {
        await row.SaveAsync(next with { Trail = [Entry(caller, action)] }, GrainContext);
        _view = View();
    }

    /// <summary>Has every silo go by the row as it stands.</summary>
    private async Task<EventResult> Confirm()
    {
        var view = View();
        var notice = new EventNotice(_id, view.Version, view.IsAvailable, view.Details.AccessEndsAt);
        var silent = await broadcast.PublishAsync(BoardNotices.Of(notice));
        return silent.IsEmpty ? new EventResult.Saved(view) : new EventResult.Unconfirmed(view, silent);
    }

    private ImmutableArray<TicketRow> Draw(int count, string? label)
    {
        var now = clock.GetUtcNow();
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new TicketRow
            {
                Id = TicketId.New(clock),
                Code = TicketCode.Draw(),
                Event = _id,
                Label = label,
                CreatedAt = now,
            }),
        ];
    }

    private EventView View() => new(
        _id, row.State.Details, row.State.DeactivatedAt, row.State.ArchivedAt, row.State.CreatedAt, row.State.UpdatedAt, row.State.Version);

    private AuditEntry Entry(Caller caller, string action) => new(clock.GetUtcNow(), caller, action) { Event = _id };
}
