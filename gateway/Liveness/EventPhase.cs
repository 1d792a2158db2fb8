using StreamGate.Contracts.Events;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Liveness;

/// <summary>Where an event stands for its viewers. The stream decides where it can be seen, else the clock.</summary>
public static class EventPhase
{
    public const string NotStarted = "not-started";
    public const string Live = "live";
    public const string Recording = "recording";
    public const string Ended = "ended";

    /// <summary>
    /// Before the start <c>not-started</c>. Up to the end <c>recording</c> when the stream is complete, else <c>live</c>. After the end
    /// <c>recording</c> while access lasts unless there is no stream, else <c>ended</c>.
    /// </summary>
    public static string Of(EventDetails details, DateTimeOffset now, StreamLiveness stream)
    {
        if (now < details.StartsAt)
        {
            return NotStarted;
        }

        if (now <= details.EndsAt)
        {
            return stream == StreamLiveness.Finished ? Recording : Live;
        }

        return now <= details.AccessEndsAt && stream != StreamLiveness.Missing ? Recording : Ended;
    }

    /// <summary>Whether a player should open at the live edge.</summary>
    public static bool IsLive(EventDetails details, DateTimeOffset now, StreamLiveness stream) => stream switch
    {
        StreamLiveness.Live => true,
        StreamLiveness.Failed => now >= details.StartsAt && now <= details.EndsAt,
        _ => false,
    };
}
