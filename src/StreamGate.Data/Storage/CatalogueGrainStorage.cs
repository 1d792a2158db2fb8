using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Storage;

/// <summary>
/// Orleans' storage for grains whose state is a row that people search: tickets and events (<see cref="CatalogueStates"/>).
/// A write is durable when its task ends; racing writes are told apart by the row's version.
/// </summary>
internal sealed class CatalogueGrainStorage(ICatalogueReader reader, ICatalogueWriter writer) : IGrainStorage
{
    private readonly RowStore<TicketRow> _tickets = new(new TicketTable(), reader, writer);
    private readonly RowStore<EventRow> _events = new(new EventTable(), reader, writer);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        switch (stateName, grainState)
        {
            case (CatalogueStates.Ticket, IGrainState<TicketRow> ticket):
                _tickets.Read(KeyOf(grainId), ticket);
                return Task.CompletedTask;
            case (CatalogueStates.Event, IGrainState<EventRow> row):
                _events.Read(KeyOf(grainId), row);
                return Task.CompletedTask;
            default:
                throw Unknown<T>(stateName);
        }
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => (stateName, grainState) switch
    {
        (CatalogueStates.Ticket, IGrainState<TicketRow> ticket) => _tickets.WriteAsync(KeyOf(grainId), ticket),
        (CatalogueStates.Event, IGrainState<EventRow> row) => _events.WriteAsync(KeyOf(grainId), row),
        _ => throw Unknown<T>(stateName),
    };

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => (stateName, grainState) switch
    {
        (CatalogueStates.Ticket, IGrainState<TicketRow> ticket) => _tickets.ClearAsync(KeyOf(grainId), ticket),
        (CatalogueStates.Event, IGrainState<EventRow> row) => _events.ClearAsync(KeyOf(grainId), row),
        _ => throw Unknown<T>(stateName),
    };

    private static string KeyOf(GrainId id) => id.Key.ToString()!;

    private static NotSupportedException Unknown<T>(string stateName) =>
        new($"The catalogue keeps no state '{stateName}' of type {typeof(T).Name}: it keeps rows of tickets and events only.");
}
