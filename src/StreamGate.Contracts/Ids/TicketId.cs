using System.Diagnostics.CodeAnalysis;

namespace StreamGate.Contracts.Ids;

/// <summary>Names a ticket to admins, in URLs and in the audit trail, without being its code. A UUIDv7 (RFC 9562, section 5.7) in its lower-case form with dashes.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.ticket-id")]
public readonly record struct TicketId
{
    [Id(0)]
    private readonly Guid _value;

    public TicketId(Guid value) => _value = value;

    /// <summary>The UUID itself, as databases and URLs know it.</summary>
    public Guid Value => _value;

    /// <summary>A new id whose first 48 bits are the clock's milliseconds and whose other bits are random.</summary>
    public static TicketId New(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()));

    /// <summary>Accepts the form with dashes only.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketId id)
    {
        var valid = Guid.TryParseExact(text, "D", out var value);
        id = new TicketId(value);
        return valid;
    }

    public override string ToString() => _value.ToString("D");
}
