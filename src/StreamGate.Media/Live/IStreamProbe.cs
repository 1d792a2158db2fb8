namespace StreamGate.Media.Live;

/// <summary>Tells whether a stream is being written now.</summary>
public interface IStreamProbe
{
    /// <summary>Answers within some seconds, whatever becomes of the look.</summary>
    /// <param name="stream">The event's id.</param>
    ValueTask<StreamLiveness> ProbeAsync(Guid stream, CancellationToken cancellation);
}
