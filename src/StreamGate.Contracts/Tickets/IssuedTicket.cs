using StreamGate.Contracts.Ids;

namespace StreamGate.Contracts.Tickets;

/// <summary>A ticket fresh from the press, with the code that its buyer will get.</summary>
[GenerateSerializer, Immutable, Alias("streamgate.issued-ticket")]
public sealed record IssuedTicket(
    [property: Id(0)] TicketId Id,
    [property: Id(1)] TicketCode Code,
    [property: Id(2)] string? Label,
    [property: Id(3)] DateTimeOffset CreatedAt,
    [property: Id(4)] DateTimeOffset ExpiresAt);
