using StreamGate.Contracts.Ids;
using StreamGate.Gateway.Liveness;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>Sees what the test says.</summary>
public sealed class FakeStreams : ILiveStreams
{
    public StreamSighting Sighting { get; set; }

    public ValueTask<StreamSighting> LookAsync(EventId id, CancellationToken cancel) => ValueTask.FromResult(Sighting);
}
