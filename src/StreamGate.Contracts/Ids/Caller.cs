namespace StreamGate.Contracts.Ids;

/// <summary>Who asks, for the audit trail: the kind of person and the address that the gateway saw (null when nobody called over HTTP).</summary>
[GenerateSerializer, Immutable, Alias("streamgate.caller")]
public sealed record Caller([property: Id(0)] CallerKind Kind, [property: Id(1)] string? Ip)
{
    /// <summary>The product itself: timers, start-up, clean-up.</summary>
    public static Caller System { get; } = new(CallerKind.System, null);

    public static Caller Viewer(string? ip) => new(CallerKind.Viewer, ip);

    public static Caller Admin(string? ip) => new(CallerKind.Admin, ip);
}
