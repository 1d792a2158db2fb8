namespace StreamGate.Contracts.Events;

/// <summary>What an admin says about an event.</summary>
/// <param name="Title">Non-empty, at most 200 characters.</param>
/// <param name="Description">At most 5,000 characters; empty when there is none.</param>
/// <param name="StartsAt">Before <paramref name="EndsAt"/>.</param>
/// <param name="EndsAt">When the live part ends.</param>
/// <param name="AccessWindowHours">Hours after the end in which tickets still open the recording, 1–168.</param>
/// <param name="PosterUrl">An absolute http(s) URL, or null.</param>
/// <param name="DevicesPerTicket">How many devices may watch on one ticket at once, 1–10.</param>
/// <param name="OnExtraDevice">What happens to one device more.</param>
[GenerateSerializer, Immutable, Alias("streamgate.event-details")]
public sealed record EventDetails(
    [property: Id(0)] string Title,
    [property: Id(1)] string Description,
    [property: Id(2)] DateTimeOffset StartsAt,
    [property: Id(3)] DateTimeOffset EndsAt,
    [property: Id(4)] int AccessWindowHours,
    [property: Id(5)] string? PosterUrl,
    [property: Id(6)] int DevicesPerTicket,
    [property: Id(7)] ExtraDevicePolicy OnExtraDevice)
{
    /// <summary>Hours of access after the end unless the admin says otherwise.</summary>
    public const int DefaultAccessWindowHours = 48;

    /// <summary>Until when tickets of this event open anything: its end plus the access window.</summary>
    public DateTimeOffset AccessEndsAt => EndsAt.AddHours(AccessWindowHours);
}
