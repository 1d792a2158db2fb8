using System.Collections.Immutable;

namespace StreamGate.Contracts.Events;

/// <summary>What became of a change to an event.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.event-result")]
public abstract record EventResult
{
    private EventResult()
    {
    }

    /// <summary>Written, and every silo that serves viewers goes by it.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.event-result.saved")]
    public sealed record Saved([property: Id(0)] EventView Event) : EventResult;

    /// <summary>Nothing was written: <paramref name="Field"/> (its JSON name) breaks a rule.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.event-result.invalid")]
    public sealed record Invalid([property: Id(0)] string Field, [property: Id(1)] string Reason) : EventResult;

    [GenerateSerializer, Immutable, Alias("streamgate.event-result.not-found")]
    public sealed record NotFound : EventResult;

    /// <summary>Written, but these silos did not confirm in time that they go by it.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.event-result.unconfirmed")]
    public sealed record Unconfirmed([property: Id(0)] EventView Event, [property: Id(1)] ImmutableArray<string> Silos) : EventResult;
}
