namespace StreamGate.Http.Tests.Fixture;

/// <summary>A viewer who was let in.</summary>
public sealed class Watching(Caller caller, Answer answer)
{
    public Caller Caller => caller;

    /// <summary>The answer to the redemption.</summary>
    public Answer Answer => answer;

    public string Token => answer.Json.Text("playbackToken");

    public string Playlist => answer.Json.Text("streamPath");

    public Task<Answer> HeartbeatAsync() => caller.SendAsync(HttpMethod.Post, "/api/playback/heartbeat", Token);

    public Task<Answer> RefreshAsync() => caller.SendAsync(HttpMethod.Post, "/api/playback/refresh", Token);

    public Task<Answer> ReleaseAsync() => caller.SendAsync(HttpMethod.Post, "/api/playback/release", Token);

    public Task<Answer> PlayAsync() => caller.GetAsync(Playlist, Token);
}
