namespace StreamGate.Media.Live;

/// <summary>Tells whether a stream is being written now.</summary>
public interface IStreamProbe
{
    /// <param name="stream">The event's id.</param>
    ValueTask<StreamLiveness> ProbeAsync(Guid stream, CancellationToken cancellation);
}
