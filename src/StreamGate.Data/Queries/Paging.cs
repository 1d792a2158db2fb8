namespace StreamGate.Data.Queries;

/// <summary>A page that someone asked for, brought within bounds: an absurd number gives an empty page, never an error.</summary>
internal readonly record struct Paging
{
    /// <summary>Rows that one page holds at the most.</summary>
    public const int LargestPage = 1000;

    private Paging(int page, int limit) => (Page, Limit) = (page, limit);

    public int Page { get; }

    public int Limit { get; }

    public long Offset => (Page - 1L) * Limit;

    public static Paging Of(int page, int limit) => new(Math.Max(1, page), Math.Clamp(limit, 1, LargestPage));
}
