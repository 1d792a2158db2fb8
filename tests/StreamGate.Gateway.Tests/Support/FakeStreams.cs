using StreamGate.Media.Live;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>Finds what the test says.</summary>
public sealed class FakeStreams : IStreamProbe
{
    public StreamLiveness Liveness { get; set; } = StreamLiveness.Failed;

    public ValueTask<StreamLiveness> ProbeAsync(Guid stream, CancellationToken cancellation) => ValueTask.FromResult(Liveness);
}
