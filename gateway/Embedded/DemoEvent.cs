using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Embedded;

/// <summary>An event of the first run.</summary>
/// <param name="State">What it shows off: <c>live</c>, <c>upcoming</c> or <c>ended</c>.</param>
/// <param name="HasStream">Whether there is something to watch.</param>
public sealed record DemoEvent(
    EventId Id, string State, string Title, string Description, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool HasStream)
{
    private const int AWeek = 168;

    public EventDetails Details => new(Title, Description, StartsAt, EndsAt, AWeek, PosterUrl: null, DevicesPerTicket: 1, ExtraDevicePolicy.Refuse);
}
