using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Tickets;

/// <summary>What a ticket says to a device that wants to watch. The order of the rules is that of the cases.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.redeem-result")]
public abstract record RedeemResult
{
    private RedeemResult()
    {
    }

    /// <summary>A new session holds the ticket's lease; the write is durable.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.redeem-result.granted")]
    public sealed record Granted([property: Id(0)] SessionId Session, [property: Id(1)] EventView Event) : RedeemResult;

    [GenerateSerializer, Immutable, Alias("streamgate.redeem-result.unknown")]
    public sealed record Unknown : RedeemResult;

    [GenerateSerializer, Immutable, Alias("streamgate.redeem-result.revoked")]
    public sealed record Revoked : RedeemResult;

    [GenerateSerializer, Immutable, Alias("streamgate.redeem-result.event-off")]
    public sealed record EventOff : RedeemResult;

    /// <summary>The event's end and its access window are over.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.redeem-result.expired")]
    public sealed record Expired([property: Id(0)] DateTimeOffset AccessEndedAt) : RedeemResult;

    /// <summary>As many devices as the event allows are watching.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.redeem-result.in-use")]
    public sealed record InUse : RedeemResult;
}
