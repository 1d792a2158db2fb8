using StreamGate.Contracts.Tickets;

namespace StreamGate.Data.Queries;

/// <summary>The statements behind ticket lists. <c>@now</c> is the clock's Unix milliseconds; a ticket expires with its event's access window.</summary>
internal static class TicketSql
{
    private const string Over = "@now > e.ends_at + e.access_window_hours * 3600000";

    // Ticket rows are met by the thousand: each asks a small set of events, and reads no event.
    private const string InEventThatIsOver = $"t.event_id IN (SELECT e.id FROM events e WHERE {Over})";

    private const string Listing = $"""
        SELECT t.id AS Id, t.code AS Code, t.event_id AS EventId, e.title AS EventTitle, t.label AS Label,
            CASE WHEN t.revoked_at IS NOT NULL THEN 3 WHEN {Over} THEN 2 WHEN t.redeemed_at IS NOT NULL THEN 1 ELSE 0 END AS Status,
            t.created_at AS CreatedAt, e.ends_at + e.access_window_hours * 3600000 AS ExpiresAt, t.redeemed_at AS RedeemedAt,
            t.redeemed_ip AS RedeemedIp, t.revoked_at AS RevokedAt, t.leases AS Leases
        """;

    private const string FromTickets = "FROM access_tokens t JOIN events e ON e.id = t.event_id";

    public const string FindByCode = $"{Listing} {FromTickets} WHERE t.code_hash = @hash";

    public const string FindMany = $"{Listing} {FromTickets} WHERE t.id IN @ids ORDER BY t.created_at, t.id";

    /// <summary>The next rows of an event after the ticket (<c>@at</c>, <c>@after</c>), in the order of their making.</summary>
    public const string ExportBatch = $"""
        {Listing} {FromTickets}
        WHERE t.event_id = @id AND (t.created_at > @at OR (t.created_at = @at AND t.id > @after))
        ORDER BY t.created_at, t.id LIMIT @limit
        """;

    /// <summary>The rows of <c>@limit</c> and <c>@offset</c>, newest first. The inner query walks an index only.</summary>
    public static string Page(string where) => $"""
        {Listing}
        FROM (SELECT t.id AS id FROM access_tokens t {where} ORDER BY t.created_at DESC, t.id DESC LIMIT @limit OFFSET @offset) page
        JOIN access_tokens t ON t.id = page.id JOIN events e ON e.id = t.event_id
        ORDER BY t.created_at DESC, t.id DESC
        """;

    public static string Count(string where) => $"SELECT COUNT(*) FROM access_tokens t {where}";

    /// <summary>The conditions of a filter; each value is a parameter.</summary>
    /// <param name="search">The condition that searches, or null.</param>
    public static string Where(TicketFilter filter, string? search)
    {
        List<string> conditions = [];
        if (filter.Event is not null)
        {
            conditions.Add("t.event_id = @id");
        }

        if (filter.Status is { } status)
        {
            conditions.Add(Of(status));
        }

        if (search is not null)
        {
            conditions.Add(search);
        }

        return conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions);
    }

    private static string Of(TicketStatus status) => status switch
    {
        TicketStatus.Revoked => "t.revoked_at IS NOT NULL",
        TicketStatus.Expired => $"t.revoked_at IS NULL AND {InEventThatIsOver}",
        TicketStatus.Redeemed => $"t.revoked_at IS NULL AND t.redeemed_at IS NOT NULL AND NOT {InEventThatIsOver}",
        TicketStatus.Unused => $"t.revoked_at IS NULL AND t.redeemed_at IS NULL AND NOT {InEventThatIsOver}",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a ticket's status."),
    };
}
