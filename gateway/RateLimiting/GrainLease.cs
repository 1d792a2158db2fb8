using System.Threading.RateLimiting;

namespace StreamGate.Gateway.RateLimiting;

/// <summary>A grain's decision as a lease. Nothing is given back when the request ends.</summary>
internal sealed class GrainLease : RateLimitLease
{
    private readonly TimeSpan? _retryAfter;

    private GrainLease(bool acquired, TimeSpan? retryAfter = null) => (IsAcquired, _retryAfter) = (acquired, retryAfter);

    public static GrainLease Granted { get; } = new(acquired: true);

    /// <summary>Not without asking the grain.</summary>
    public static GrainLease Undecided { get; } = new(acquired: false);

    public override bool IsAcquired { get; }

    public override IEnumerable<string> MetadataNames => _retryAfter is null ? [] : [MetadataName.RetryAfter.Name];

    public static GrainLease Refused(TimeSpan retryAfter) => new(acquired: false, retryAfter);

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? _retryAfter : null;
        return metadata is not null;
    }
}
