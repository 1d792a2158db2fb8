namespace StreamGate.Http.Tests.Admin;

/// <summary>Pages, filters, searches and orders, over a catalogue that holds nothing else but the demo.</summary>
public sealed class ListTests(ListTests.Filled gate) : IClassFixture<ListTests.Filled>
{
    [Theory]
    [InlineData("status=active", "Alpha", "Gamma", "Delta")]
    [InlineData("status=inactive", "Beta")]
    [InlineData("status=archived", "Epsilon")]
    [InlineData("status=all", "Alpha", "Beta", "Gamma", "Delta", "Epsilon")]
    [InlineData("status=any", "Alpha", "Beta", "Gamma", "Delta")]
    [InlineData("timeframe=upcoming", "Gamma")]
    [InlineData("timeframe=live", "Alpha", "Beta")]
    [InlineData("timeframe=past", "Delta")]
    [InlineData("timeframe=live&status=active", "Alpha")]
    public async Task Events_are_filtered(string query, params string[] titles)
    {
        var answer = await (await gate.AdminAsync()).GetAsync($"/api/admin/events?{query}&limit=200");

        Assert.Equal(titles.Order(StringComparer.Ordinal), Titles(answer).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "Gamma", "Beta", "Alpha", "Delta")]
    [InlineData("sort=-startsAt", "Gamma", "Beta", "Alpha", "Delta")]
    [InlineData("sort=startsAt", "Delta", "Alpha", "Beta", "Gamma")]
    [InlineData("sort=-createdAt", "Delta", "Gamma", "Beta", "Alpha")]
    [InlineData("sort=title", "Alpha", "Beta", "Delta", "Gamma")]
    public async Task Events_are_sorted(string query, params string[] titles) =>
        Assert.Equal(titles, Titles(await (await gate.AdminAsync()).GetAsync($"/api/admin/events?{query}")));

    [Fact]
    public async Task Tickets_are_paged_without_gap_or_repetition()
    {
        var admin = await gate.AdminAsync();
        var seen = new List<string>();
        for (var page = 1; page <= 4; page++)
        {
            var answer = await admin.GetAsync(FormattableString.Invariant($"/api/admin/tokens?eventId={gate.Alpha}&page={page}&limit=20"));
            Assert.Equal(["data", "limit", "page", "total"], answer.Json.Names());
            Assert.Equal((20, page, 63), (answer.Json.Number("limit"), answer.Json.Number("page"), answer.Json.Number("total")));
            seen.AddRange(answer.Data.EnumerateArray().Select(ticket => ticket.Text("id")));
        }

        Assert.Equal(63, seen.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(63, seen.Count);
    }

    [Fact]
    public async Task A_page_has_fifty_rows_unless_asked_otherwise_and_none_past_the_end()
    {
        var admin = await gate.AdminAsync();

        Assert.Equal(50, (await admin.GetAsync($"/api/admin/tokens?eventId={gate.Alpha}")).Data.GetArrayLength());
        var beyond = await admin.GetAsync($"/api/admin/tokens?eventId={gate.Alpha}&page=1000000&limit=200");
        Assert.Equal((200, 0, 63), (beyond.Status, beyond.Data.GetArrayLength(), beyond.Json.Number("total")));
    }

    [Theory]
    [InlineData("status=unused", 60)]
    [InlineData("status=redeemed", 1)]
    [InlineData("status=revoked", 2)]
    [InlineData("status=expired", 0)]
    [InlineData("status=any", 63)]
    [InlineData("search=vip", 3)]
    [InlineData("search=VIP", 3)]
    [InlineData("search=VIP&status=revoked", 2)]
    [InlineData("search=%25", 0)]
    [InlineData("search=_", 0)]
    [InlineData("search=%27%20OR%201%3D1--", 0)]
    public async Task Tickets_are_filtered_and_searched(string query, int total)
    {
        var admin = await gate.AdminAsync();

        Assert.Equal(total, (await admin.GetAsync($"/api/admin/events/{gate.Alpha}/tokens?{query}")).Json.Number("total"));
        Assert.Equal(total, (await admin.GetAsync($"/api/admin/tokens?eventId={gate.Alpha}&{query}")).Json.Number("total"));
    }

    [Fact]
    public async Task A_ticket_is_found_by_its_code_in_any_case()
    {
        var answer = await (await gate.AdminAsync()).GetAsync($"/api/admin/tokens?search={gate.Vips[0].Code.ToUpperInvariant()}");

        Assert.Contains(answer.Data.EnumerateArray(), ticket => ticket.Text("id") == gate.Vips[0].Id);
    }

    [Fact]
    public async Task The_dashboard_counts()
    {
        var answer = await (await gate.AdminAsync()).GetAsync("/api/admin/dashboard");

        Assert.Equal(200, answer.Status);
        Assert.Equal(["data"], answer.Json.Names());
        Assert.Equal(["activeEvents", "tokenBreakdown", "totalTokens", "upcomingEvents"], answer.Data.Names());
        Assert.Equal(["expired", "redeemed", "revoked", "unused"], answer.Data.GetProperty("tokenBreakdown").Names());
        // Alpha and Gamma: Beta is off, Epsilon put away, and Delta's access is over.
        Assert.Equal(2, answer.Data.Number("activeEvents"));
        Assert.Equal(67, answer.Data.Number("totalTokens"));
        Assert.Equal(60, answer.Data.GetProperty("tokenBreakdown").Number("unused"));
        Assert.Equal(1, answer.Data.GetProperty("tokenBreakdown").Number("redeemed"));
        Assert.Equal(4, answer.Data.GetProperty("tokenBreakdown").Number("expired"));
        Assert.Equal(2, answer.Data.GetProperty("tokenBreakdown").Number("revoked"));
        var upcoming = Assert.Single(answer.Data.GetProperty("upcomingEvents").EnumerateArray());
        Assert.Equal(["endsAt", "id", "startsAt", "title"], upcoming.Names());
        Assert.Equal("Gamma", upcoming.Text("title"));
    }

    [Theory]
    [InlineData("page=0", "page", "must be a number from 1 to 1000000")]
    [InlineData("page=-1", "page", "must be a number from 1 to 1000000")]
    [InlineData("page=99999999999999999999", "page", "must be a number from 1 to 1000000")]
    [InlineData("page=1e3", "page", "must be a number from 1 to 1000000")]
    [InlineData("page=abc", "page", "must be a number from 1 to 1000000")]
    [InlineData("page=%D9%A3", "page", "must be a number from 1 to 1000000")]
    [InlineData("limit=0", "limit", "must be a number from 1 to 200")]
    [InlineData("limit=201", "limit", "must be a number from 1 to 200")]
    [InlineData("page=1&page=2", "page", "must be a number from 1 to 1000000")]
    [InlineData("status=nonsense", "status", null)]
    public async Task Absurd_queries_are_refused_by_name(string query, string field, string? reason)
    {
        var admin = await gate.AdminAsync();
        foreach (var path in new[] { "/api/admin/events", "/api/admin/tokens", $"/api/admin/events/{gate.Alpha}/tokens" })
        {
            var answer = await admin.GetAsync($"{path}?{query}");
            answer.IsInvalid(field, reason ?? answer.Json.Text("error")[(field.Length + 2)..]);
        }
    }

    [Theory]
    [InlineData("/api/admin/events?timeframe=never", "timeframe", "must be one of any, upcoming, live, past")]
    [InlineData("/api/admin/events?sort=id", "sort", "must be one of -startsAt, startsAt, -createdAt, title")]
    [InlineData("/api/admin/events?status=Active", "status", "must be one of any, active, inactive, archived, all")]
    [InlineData("/api/admin/tokens?status=used", "status", "must be one of any, unused, redeemed, expired, revoked")]
    [InlineData("/api/admin/tokens?eventId=x", "eventId", "must be an event's id")]
    public async Task A_400_lists_the_words_that_would_do(string path, string field, string reason) =>
        (await (await gate.AdminAsync()).GetAsync(path)).IsInvalid(field, reason);

    [Fact]
    public async Task A_search_has_a_bound() =>
        (await (await gate.AdminAsync()).GetAsync($"/api/admin/tokens?search={new string('a', 101)}")).IsInvalid("search", "must be at most 100 characters");

    private static List<string> Titles(Answer answer) => [.. answer.Data.EnumerateArray().Select(shown => shown.Text("title"))];

    /// <summary>Five events and no demo ones.</summary>
    public sealed class Filled : Gate, IAsyncLifetime
    {
        public string Alpha { get; private set; } = "";

        public Ticket[] Vips { get; private set; } = [];

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var admin = await AdminAsync();
            await DropDemo(admin);

            var alpha = await MakeAsync(admin, "Alpha", Now.AddMinutes(-20), Now.AddHours(2));
            var beta = await MakeAsync(admin, "Beta", Now.AddMinutes(-10), Now.AddHours(2));
            await MakeAsync(admin, "Gamma", Now.AddDays(1), Now.AddDays(2));
            var delta = await MakeAsync(admin, "Delta", Now.AddDays(-5), Now.AddDays(-4));
            var epsilon = await MakeAsync(admin, "Epsilon", Now.AddDays(-5), Now.AddDays(-4));
            await admin.PatchAsync($"/api/admin/events/{beta.Text("id")}/deactivate");
            await admin.PatchAsync($"/api/admin/events/{epsilon.Text("id")}/archive");

            Alpha = alpha.Text("id");
            await admin.NewTicketsAsync(alpha, 60, "Stalls");
            Vips = await admin.NewTicketsAsync(alpha, 3, "Vip box");
            await NewCaller().WatchAsync(Vips[0].Code);
            await admin.RevokeAsync(Vips[1]);
            await admin.RevokeAsync(Vips[2]);
            await admin.NewTicketsAsync(delta, 4);
        }

        private static async Task DropDemo(Fixture.Admin admin)
        {
            foreach (var demo in (await admin.GetAsync("/api/admin/events?status=all")).Data.EnumerateArray())
            {
                var answer = await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{demo.Text("id")}", null, ("X-Confirm-Delete", demo.Text("title")));
                Assert.Equal(204, answer.Status);
            }
        }

        private async Task<JsonElement> MakeAsync(Fixture.Admin admin, string title, DateTimeOffset starts, DateTimeOffset ends)
        {
            var made = await admin.NewEventAsync(("title", title), ("startsAt", starts), ("endsAt", ends));
            Clock.Advance(TimeSpan.FromMilliseconds(10));
            return made;
        }
    }
}
