namespace StreamGate.Gateway.Endpoints.Tickets;

/// <summary>The ticket is good and this device holds it.</summary>
/// <param name="PlaybackToken">A JWT for this session.</param>
/// <param name="PlaybackBaseUrl">Where the player finds <paramref name="StreamPath"/>.</param>
/// <param name="ExpiresAt">When the ticket stops opening anything.</param>
/// <param name="TokenExpiresIn">Seconds until the token must have been refreshed.</param>
public sealed record ValidateResponse(
    ValidateResponse.ShownEvent Event,
    string PlaybackToken,
    string PlaybackBaseUrl,
    string StreamPath,
    DateTimeOffset ExpiresAt,
    int TokenExpiresIn)
{
    /// <summary>What a viewer sees of the event.</summary>
    public sealed record ShownEvent(
        string Title,
        string Description,
        DateTimeOffset StartsAt,
        DateTimeOffset EndsAt,
        string? PosterUrl,
        bool IsLive);
}
