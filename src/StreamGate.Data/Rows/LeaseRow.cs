using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Rows;

/// <summary>One session's hold on a ticket, kept as JSON in the ticket's row.</summary>
public sealed record LeaseRow(SessionId Session, long Epoch, DateTimeOffset GrantedAt, string? Ip);
