namespace StreamGate.Media.Origins;

/// <summary>What a file's extension says.</summary>
/// <param name="ContentType">The media type (RFC 9110, section 8.3.1).</param>
public sealed record MediaType(string ContentType, MediaKind Kind);
