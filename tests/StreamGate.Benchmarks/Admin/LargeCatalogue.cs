using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime;
using Orleans.Storage;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;
using StreamGate.Data.Storage;

namespace StreamGate.Benchmarks.Admin;

/// <summary>Fills a data folder with 100,000 tickets: half of them belong to one event, the others to a hundred.</summary>
internal static class LargeCatalogue
{
    public const int Tickets = 100_000;

    private const int SmallEvents = 100;
    private const int BatchSize = 500;

    private static readonly TimeProvider Clock = TimeProvider.System;

    /// <returns>The large event, and one without tickets.</returns>
    public static async Task<(EventId Large, EventId Empty)> FillAsync(string folder)
    {
        await using var services = new ServiceCollection().AddLogging().AddCatalogue(folder).BuildServiceProvider();
        await services.GetRequiredService<CatalogueStartup>().PrepareAsync();
        var storage = services.GetRequiredKeyedService<IGrainStorage>(CatalogueStates.Storage);
        var catalogue = services.GetRequiredService<ICatalogue>();

        var events = new List<EventId>();
        for (var i = 0; i <= SmallEvents; i++)
        {
            events.Add(await AddEventAsync(storage, i));
        }

        for (var made = 0; made < Tickets; made += BatchSize)
        {
            var batch = Enumerable.Range(made, BatchSize).Select(i => NewTicket(i, events[i % 2 == 0 ? 0 : 1 + i / 2 % SmallEvents]));
            await catalogue.AddTicketsAsync([.. batch], new AuditEntry(Clock.GetUtcNow(), Caller.System, AuditActions.TicketsIssued));
        }

        return (events[0], await AddEventAsync(storage, SmallEvents + 1));
    }

    // Every fourth event is over, so that its tickets have expired.
    private static async Task<EventId> AddEventAsync(IGrainStorage storage, int i)
    {
        var now = Clock.GetUtcNow();
        var ends = now.AddHours(i % 4 == 3 ? -10 : 6);
        var row = new EventRow
        {
            Id = EventId.New(Clock),
            Details = new EventDetails($"Event {i}", "", ends.AddHours(-3), ends, 1, null, 1, ExtraDevicePolicy.Refuse),
            CreatedAt = now,
            UpdatedAt = now,
        };
        await storage.WriteStateAsync(CatalogueStates.Event, GrainId.Create("event", row.Id.GrainKey), new GrainState<EventRow>(row));
        return row.Id;
    }

    private static TicketRow NewTicket(int i, EventId id) => new()
    {
        Id = TicketId.New(Clock),
        Code = TicketCode.Draw(),
        Event = id,
        Label = $"seat {i}",
        CreatedAt = Clock.GetUtcNow(),
        RedeemedAt = i % 3 == 0 ? Clock.GetUtcNow() : null,
        RevokedAt = i % 100 == 7 ? Clock.GetUtcNow() : null,
    };
}
