using System.Diagnostics.CodeAnalysis;

namespace StreamGate.Contracts.Ids;

/// <summary>
/// SHA-256 of a ticket's code in lower-case hex (64 characters): the ticket's identity inside the cluster, in logs and traces,
/// from which the code cannot be found again.
/// </summary>
[GenerateSerializer, Immutable, Alias("streamgate.ticket-key")]
public readonly record struct TicketKey
{
    private const string Prefix = "t_";
    private const int HexLength = 64;

    [Id(0)]
    private readonly string _hex;

    private TicketKey(string hex) => _hex = hex;

    /// <summary>The hash in lower-case hex.</summary>
    public string Value => _hex ?? string.Empty;

    /// <summary>The first 12 hex digits: what logs and the audit trail show.</summary>
    public string Short => Value.Length >= 12 ? Value[..12] : Value;

    /// <summary>The grain key. The prefix keeps Orleans' storage from reading it as hex or as a GUID.</summary>
    public string GrainKey => Prefix + Value;

    /// <summary>The key of a code whose 32-byte SHA-256 this is.</summary>
    public static TicketKey FromHash(ReadOnlySpan<byte> sha256) => new(Convert.ToHexStringLower(sha256));

    /// <summary>Accepts 64 lower-case hex digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? hex, out TicketKey key)
    {
        var valid = hex is { Length: HexLength } && hex.All(char.IsAsciiHexDigitLower);
        key = valid ? new TicketKey(hex!) : default;
        return valid;
    }

    /// <summary>Reads a grain key back; throws on one that is not a ticket's, which is a bug of the caller.</summary>
    public static TicketKey FromGrainKey(string grainKey) =>
        grainKey.StartsWith(Prefix, StringComparison.Ordinal) && TryParse(grainKey[Prefix.Length..], out var key)
            ? key
            : throw new ArgumentException("Not a ticket's grain key.", nameof(grainKey));

    /// <summary>The key is a hash already: its start spreads as well as the whole.</summary>
    public override int GetHashCode() => string.GetHashCode(Value.AsSpan(0, Math.Min(Value.Length, 12)), StringComparison.Ordinal);

    public override string ToString() => Short;
}
