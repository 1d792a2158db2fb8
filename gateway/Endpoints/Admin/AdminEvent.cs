using StreamGate.Contracts.Events;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>An event as admins see it.</summary>
/// <param name="OnExtraDevice"><c>refuse</c> or <c>replace-oldest</c>.</param>
/// <param name="IsActive">Not switched off; an archived event shuts viewers out too.</param>
public sealed record AdminEvent(
    string Id,
    string Title,
    string Description,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    int AccessWindowHours,
    string? PosterUrl,
    int DevicesPerTicket,
    string OnExtraDevice,
    bool IsActive,
    bool IsArchived,
    DateTimeOffset? DeactivatedAt,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    TicketTally Tickets)
{
    public static AdminEvent Of(EventListing listing) => Of(listing.Event, TicketTally.Of(listing.Tickets));

    public static AdminEvent Of(EventView view, TicketTally tickets) => new(
        view.Id.ToString(),
        view.Details.Title,
        view.Details.Description,
        view.Details.StartsAt,
        view.Details.EndsAt,
        view.Details.AccessWindowHours,
        view.Details.PosterUrl,
        view.Details.DevicesPerTicket,
        ExtraDeviceWords.Of(view.Details.OnExtraDevice),
        view.DeactivatedAt is null,
        view.ArchivedAt is not null,
        view.DeactivatedAt,
        view.ArchivedAt,
        view.CreatedAt,
        view.UpdatedAt,
        tickets);
}
