using StreamGate.Media.Live;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>Finds what the test says.</summary>
public sealed class FakeStreams : IStreamProbe
{
    public StreamLiveness Liveness { get; set; } = StreamLiveness.Failed;

    public Exception? Fails { get; set; }

    /// <summary>Whether whoever asked last could have given up.</summary>
    public bool? CouldBeCancelled { get; private set; }

    public ValueTask<StreamLiveness> ProbeAsync(Guid stream, CancellationToken cancellation)
    {
        CouldBeCancelled = cancellation.CanBeCanceled;
        return Fails is null ? ValueTask.FromResult(Liveness) : ValueTask.FromException<StreamLiveness>(Fails);
    }
}
