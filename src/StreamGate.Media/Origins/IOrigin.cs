namespace StreamGate.Media.Origins;

/// <summary>Where media comes from. It knows nothing of viewers: whoever asks has been authorised.</summary>
public interface IOrigin
{
    /// <summary>Opens a file for reading. Broken storage is a result, not an exception.</summary>
    ValueTask<OriginResult> OpenAsync(MediaKey key, CancellationToken cancellation);
}
