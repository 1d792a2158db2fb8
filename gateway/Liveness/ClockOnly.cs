using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Liveness;

/// <summary>Sees no streams, so that the clock decides: for a gateway that has no origin.</summary>
public sealed class ClockOnly : ILiveStreams
{
    public ValueTask<StreamSighting> LookAsync(EventId id, CancellationToken cancel) => ValueTask.FromResult(StreamSighting.Unknown);
}
