using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>An event that is live on the test clock, and tickets of it.</summary>
public static class Samples
{
    public static readonly EventId Event = new(Guid.Parse("01976f00-0000-7000-8000-000000000001"));
    public static readonly SessionId Session = new(Guid.Parse("01976f00-0000-7000-8000-000000000002"));
    public static readonly TicketCode Code = TicketCode.TryParse("AbCdEf123456", out var code) ? code : default;

    private static readonly DateTimeOffset Start = new(2026, 5, 1, 17, 0, 0, TimeSpan.Zero);

    public static EventView View(string title = "Harbour Concert") => new(
        Event, new EventDetails(title, "", Start, Start.AddHours(2), 48, null, 1, ExtraDevicePolicy.Refuse), null, null, Start, Start, 1);

    public static EventListing Listing(string title = "Harbour Concert") => new(View(title), new TicketCounts(1, 2, 3, 4));

    public static TicketListing Ticket(string? label = null, string title = "Harbour Concert", string code = "AbCdEf123456", int id = 3) => new(
        new TicketId(new Guid(id, 0, 0, new byte[8])),
        TicketCode.TryParse(code, out var parsed) ? parsed : default,
        Event, title, label, TicketStatus.Unused, Start, Start.AddHours(50), null, null, null, 0);
}
