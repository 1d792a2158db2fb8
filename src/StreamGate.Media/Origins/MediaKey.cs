namespace StreamGate.Media.Origins;

/// <summary>Names one media file: a path inside a stream's folder.</summary>
/// <param name="Stream">The event's id, whose form with dashes names the folder.</param>
public readonly record struct MediaKey(Guid Stream, ContentPath Path)
{
    // The record's own comparison would go through the default comparers of both members, on every request.
    public bool Equals(MediaKey other) => Stream == other.Stream && string.Equals(Path.Value, other.Path.Value, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Stream, string.GetHashCode(Path.Value, StringComparison.Ordinal));
}
