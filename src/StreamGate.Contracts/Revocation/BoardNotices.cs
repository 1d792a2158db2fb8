using System.Collections.Immutable;

namespace StreamGate.Contracts.Revocation;

/// <summary>Notices that are pinned to every silo's board together.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.board-notices")]
public sealed record BoardNotices(
    [property: Id(0)] ImmutableArray<TicketNotice> Tickets,
    [property: Id(1)] ImmutableArray<EventNotice> Events)
{
    public static BoardNotices Of(TicketNotice notice) => new([notice], []);

    public static BoardNotices Of(EventNotice notice) => new([], [notice]);
}
