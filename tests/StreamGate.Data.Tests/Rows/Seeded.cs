using StreamGate.Data.Rows;

namespace StreamGate.Data.Tests.Rows;

/// <summary>An event and one of its tickets, written.</summary>
internal sealed record Seeded(EventRow Event, TicketRow Ticket)
{
    public static async Task<Seeded> InAsync(TestCatalogue catalogue)
    {
        var row = await catalogue.AddEventAsync();
        return new Seeded(row, await catalogue.AddTicketAsync(row.Id));
    }
}
