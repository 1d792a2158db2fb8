namespace StreamGate.Media.Live;

/// <summary>Where a probe looks at <c>/streams/{id}/stream.m3u8</c>.</summary>
public interface IManifestSource
{
    /// <summary>A failure is a result, not an exception.</summary>
    ValueTask<ManifestLook> LookAsync(Guid stream, CancellationToken cancellation);
}
