using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Liveness;

/// <summary>Looks at streams to tell whether they are live.</summary>
public interface ILiveStreams
{
    /// <summary>Never throws for a stream that can't be read: that is <see cref="StreamSighting.Unknown"/>.</summary>
    ValueTask<StreamSighting> LookAsync(EventId id, CancellationToken cancel);
}
