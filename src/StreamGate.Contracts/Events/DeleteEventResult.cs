using System.Collections.Immutable;

namespace StreamGate.Contracts.Events;

/// <summary>What became of an event's deletion.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.delete-event-result")]
public abstract record DeleteEventResult
{
    private DeleteEventResult()
    {
    }

    /// <summary>The event and its tickets are gone.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.delete-event-result.deleted")]
    public sealed record Deleted([property: Id(0)] int Tickets) : DeleteEventResult;

    [GenerateSerializer, Immutable, Alias("streamgate.delete-event-result.not-found")]
    public sealed record NotFound : DeleteEventResult;

    /// <summary>The confirmation was not the event's title; nothing was deleted.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.delete-event-result.title-mismatch")]
    public sealed record TitleMismatch : DeleteEventResult;

    /// <summary>Deleted, but these silos did not confirm in time that they stopped serving it.</summary>
    [GenerateSerializer, Immutable, Alias("streamgate.delete-event-result.unconfirmed")]
    public sealed record Unconfirmed([property: Id(0)] ImmutableArray<string> Silos) : DeleteEventResult;
}
