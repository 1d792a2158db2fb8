using StreamGate.Contracts.Events;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>An event as an admin writes it. The event's own rules are checked by its grain.</summary>
public sealed record EventInput(
    string? Title,
    string? Description,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    int? AccessWindowHours,
    string? PosterUrl,
    int? DevicesPerTicket,
    string? OnExtraDevice)
{
    public EventDetails ToDetails() => new(
        Title ?? throw new RequestFault("title", "is required"),
        Description ?? "",
        StartsAt ?? throw new RequestFault("startsAt", "is required"),
        EndsAt ?? throw new RequestFault("endsAt", "is required"),
        AccessWindowHours ?? EventDetails.DefaultAccessWindowHours,
        string.IsNullOrWhiteSpace(PosterUrl) ? null : PosterUrl,
        DevicesPerTicket ?? 1,
        ExtraDeviceWords.Parse(OnExtraDevice));
}
