using System.Diagnostics.CodeAnalysis;

namespace StreamGate.Contracts.Ids;

/// <summary>Names an event. A UUIDv7 (RFC 9562, section 5.7) in its lower-case form with dashes.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.event-id")]
public readonly record struct EventId
{
    private const string Prefix = "e_";

    [Id(0)]
    private readonly Guid _value;

    public EventId(Guid value) => _value = value;

    /// <summary>The UUID itself, as databases and URLs know it.</summary>
    public Guid Value => _value;

    /// <summary>The grain key. The prefix keeps Orleans' storage from reading it as a GUID.</summary>
    public string GrainKey => Prefix + ToString();

    /// <summary>A new id whose first 48 bits are the clock's milliseconds and whose other bits are random.</summary>
    public static EventId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>Accepts the form with dashes only.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out EventId id)
    {
        var valid = Guid.TryParseExact(text, "D", out var value);
        id = new EventId(value);
        return valid;
    }

    /// <summary>Reads a grain key back; throws on one of another kind, which is a bug of the caller.</summary>
    public static EventId FromGrainKey(string grainKey) =>
        grainKey.StartsWith(Prefix, StringComparison.Ordinal) && TryParse(grainKey[Prefix.Length..], out var id)
            ? id
            : throw new ArgumentException("Not an event's grain key.", nameof(grainKey));

    public override string ToString() => _value.ToString("D");
}
