namespace StreamGate.Gateway.Endpoints.Playback;

/// <summary>The answers of the playback calls.</summary>
public static class PlaybackAnswers
{
    /// <param name="TokenExpiresIn">Seconds until the token must have been refreshed.</param>
    public sealed record Refreshed(string PlaybackToken, int TokenExpiresIn);

    public sealed record Heard(bool Ok);

    public sealed record Freed(bool Released);
}
