using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>GET /api/admin/dashboard.</summary>
public static class Dashboard
{
    public sealed record Figures(int ActiveEvents, int TotalTokens, Breakdown TokenBreakdown, IReadOnlyList<Upcoming> UpcomingEvents);

    public sealed record Breakdown(int Unused, int Redeemed, int Expired, int Revoked);

    public sealed record Upcoming(string Id, string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    public static async Task<Ok<DataAnswer<Figures>>> ReadAsync(IEventQueries events, CancellationToken cancel)
    {
        var figures = await events.DashboardAsync(cancel);
        var tickets = figures.Tickets;
        return TypedResults.Ok(new DataAnswer<Figures>(new Figures(
            figures.ActiveEvents,
            tickets.Total,
            new Breakdown(tickets.Unused, tickets.Redeemed, tickets.Expired, tickets.Revoked),
            [.. figures.UpcomingEvents.Select(view => new Upcoming(view.Id.ToString(), view.Details.Title, view.Details.StartsAt, view.Details.EndsAt))])));
    }
}
