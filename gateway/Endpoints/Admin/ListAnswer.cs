using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>One page of a list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Limit">Rows a page holds at the most.</param>
/// <param name="Total">Rows of the whole list.</param>
public sealed record ListAnswer<T>(IReadOnlyList<T> Data, int Page, int Limit, int Total)
{
    public static ListAnswer<T> Of<TRow>(PageOf<TRow> page, Func<TRow, T> show) => new([.. page.Items.Select(show)], page.Page, page.Limit, page.Total);
}
