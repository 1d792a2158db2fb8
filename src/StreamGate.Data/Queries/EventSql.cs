namespace StreamGate.Data.Queries;

/// <summary>The statements behind event lists and the dashboard. <c>@now</c> is the clock's Unix milliseconds.</summary>
internal static class EventSql
{
    private const string Tallies = """
        SELECT event_id, COUNT(*) AS total, COUNT(revoked_at) AS revoked,
            SUM(CASE WHEN revoked_at IS NULL AND redeemed_at IS NOT NULL THEN 1 ELSE 0 END) AS redeemed
        FROM access_tokens
        """;

    private const string Over = "@now > e.ends_at + e.access_window_hours * 3600000";

    private const string Sums = $"""
        COALESCE(SUM(c.revoked), 0) AS Revoked,
        COALESCE(SUM(CASE WHEN {Over} THEN c.total - c.revoked ELSE 0 END), 0) AS Expired,
        COALESCE(SUM(CASE WHEN {Over} THEN 0 ELSE c.redeemed END), 0) AS Redeemed,
        COALESCE(SUM(CASE WHEN {Over} THEN 0 ELSE c.total - c.revoked - c.redeemed END), 0) AS Unused
        """;

    public const string CountsOfEvents = $"""
        SELECT e.id AS EventId, {Sums} FROM ({Tallies} WHERE event_id IN @ids GROUP BY event_id) c JOIN events e ON e.id = c.event_id GROUP BY e.id
        """;

    public const string CountsOfAll = $"SELECT '' AS EventId, {Sums} FROM ({Tallies} GROUP BY event_id) c JOIN events e ON e.id = c.event_id";

    public const string Available = "e.deactivated_at IS NULL AND e.archived_at IS NULL";

    public const string CountActive = $"SELECT COUNT(*) FROM events e WHERE {Available} AND NOT ({Over})";

    public static string Where(EventFilter filter) => $"WHERE {Of(filter.Status)} AND {Of(filter.Timeframe)}";

    public static string Order(EventSort sort) => sort switch
    {
        EventSort.StartsAtDescending => "ORDER BY e.starts_at DESC, e.id DESC",
        EventSort.StartsAtAscending => "ORDER BY e.starts_at, e.id",
        EventSort.CreatedAtDescending => "ORDER BY e.created_at DESC, e.id DESC",
        EventSort.TitleAscending => "ORDER BY lower(e.title), e.title, e.id",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "Not an order of events."),
    };

    private static string Of(EventStatusFilter status) => status switch
    {
        EventStatusFilter.Any => "e.archived_at IS NULL",
        EventStatusFilter.Active => Available,
        EventStatusFilter.Inactive => "e.deactivated_at IS NOT NULL AND e.archived_at IS NULL",
        EventStatusFilter.Archived => "e.archived_at IS NOT NULL",
        EventStatusFilter.All => "1 = 1",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a filter of events."),
    };

    private static string Of(EventTimeframe timeframe) => timeframe switch
    {
        EventTimeframe.Any => "1 = 1",
        EventTimeframe.Upcoming => "e.starts_at > @now",
        EventTimeframe.Live => "e.starts_at <= @now AND e.ends_at >= @now",
        EventTimeframe.Past => "e.ends_at < @now",
        _ => throw new ArgumentOutOfRangeException(nameof(timeframe), timeframe, "Not a time frame of events."),
    };
}
