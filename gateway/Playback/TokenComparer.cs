namespace StreamGate.Gateway.Playback;

/// <summary>
/// Compares whole tokens but hashes only the end of each, which is its signature: hashing some 400 characters would be most of what
/// finding a token costs. Only verified tokens are ever kept, so nobody can fill a table with tokens of one hash.
/// </summary>
internal sealed class TokenComparer : IEqualityComparer<string>
{
    private const int Hashed = 16;

    public static TokenComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode(string obj) => string.GetHashCode(obj.AsSpan(Math.Max(0, obj.Length - Hashed)), StringComparison.Ordinal);
}
