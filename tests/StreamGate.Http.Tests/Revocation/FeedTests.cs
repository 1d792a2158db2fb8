using Microsoft.Data.Sqlite;

namespace StreamGate.Http.Tests.Revocation;

/// <summary>GET /api/revocations, which external edges poll.</summary>
public sealed class FeedTests(Gate gate) : IClassFixture<Gate>
{
    [Fact]
    public async Task The_feed_tells_revocations_and_events_that_are_off_since_a_time()
    {
        var admin = await gate.AdminAsync();
        var early = await admin.NewTicketAsync();
        await admin.RevokeAsync(early);
        gate.Clock.Advance(TimeSpan.FromSeconds(1));
        var since = gate.Now;
        var ticket = await admin.NewTicketAsync();
        var watched = await admin.NewTicketAsync();
        await gate.NewCaller().WatchAsync(watched.Code);
        await admin.RevokeAsync(ticket);
        await admin.PatchAsync($"/api/admin/events/{watched.Event}/deactivate");
        gate.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await PollAsync(since.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((200, "no-store"), (answer.Status, answer.Header("Cache-Control")));
        Assert.Equal(["eventDeactivations", "revocations", "serverTime"], answer.Json.Names());
        // A little back, so that what was being written while this was read is in the next answer.
        Assert.InRange(answer.Json.Time("serverTime"), gate.Now.AddSeconds(-90), gate.Now);
        var revocation = Assert.Single(answer.Json.GetProperty("revocations").EnumerateArray());
        Assert.Equal(["code", "revokedAt"], revocation.Names());
        Assert.Equal((ticket.Code, since), (revocation.Text("code"), revocation.Time("revokedAt")));
        var off = Assert.Single(answer.Json.GetProperty("eventDeactivations").EnumerateArray());
        Assert.Equal(["deactivatedAt", "eventId", "tokenCodes"], off.Names());
        Assert.Equal((watched.Event, since), (off.Text("eventId"), off.Time("deactivatedAt")));
        Assert.Equal(watched.Code, Assert.Single(off.GetProperty("tokenCodes").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_was_taken_back_is_not_told_any_more()
    {
        var admin = await gate.AdminAsync();
        gate.Clock.Advance(TimeSpan.FromSeconds(1));
        var since = gate.Now;
        var ticket = await admin.NewTicketAsync();
        await admin.RevokeAsync(ticket);
        await admin.UnrevokeAsync(ticket);

        var answer = await PollAsync(since.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Empty(answer.Json.GetProperty("revocations").EnumerateArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("1790000000")]
    [InlineData("2026-11-01")]
    [InlineData("2026-11-01T20:00:00")]
    [InlineData("2026-13-01T20:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    public async Task A_since_that_is_no_time_is_refused(string? since) =>
        (await PollAsync(since)).IsInvalid("since", "must be a time with an offset, like 2026-05-01T18:00:00Z");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("an-internal-key-for-test")]
    [InlineData("an-internal-key-for-testsX")]
    [InlineData("AN-INTERNAL-KEY-FOR-TESTS")]
    public async Task Without_the_internal_key_nothing_is_told(string? key)
    {
        (string, string)[] headers = key is null ? [] : [("X-Internal-Api-Key", key)];

        (await gate.NewCaller().GetAsync("/api/revocations?since=2026-11-01T20:00:00Z", null, headers)).IsProblem(401, "Authorization required");
        (await gate.NewCaller().GetAsync("/api/revocations", null, headers)).IsProblem(401, "Authorization required");
    }

    [Fact]
    public async Task A_consumer_that_goes_by_server_time_misses_none_of_more_than_one_answer_holds()
    {
        var admin = await gate.AdminAsync();
        gate.Clock.Advance(TimeSpan.FromMinutes(1));
        var since = gate.Now;
        var shown = await admin.NewEventAsync();
        var codes = new List<string>();
        for (var times = 0; times < 22; times++)
        {
            codes.AddRange((await admin.NewTicketsAsync(shown, 500)).Select(ticket => ticket.Code));
        }

        await RevokeInTheFile(shown.Text("id"), since);
        gate.Clock.Advance(TimeSpan.FromMinutes(5));

        var told = new HashSet<string>(StringComparer.Ordinal);
        for (var polls = 0; polls < 3; polls++)
        {
            var answer = await PollAsync(since.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
            told.UnionWith(answer.Json.GetProperty("revocations").EnumerateArray().Select(revocation => revocation.Text("code")));
            since = answer.Json.Time("serverTime");
        }

        Assert.Empty(codes.Except(told, StringComparer.Ordinal));
    }

    // One every millisecond: through the API it would take a minute, and how they came to be revoked is not the point.
    private async Task RevokeInTheFile(string id, DateTimeOffset from)
    {
        await using var connection = new SqliteConnection($"Data Source={Directory.GetFiles(gate.Folder, "*.db").Single()}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM access_tokens WHERE event_id = $id)
            UPDATE access_tokens SET revoked_at = $from + numbered.place FROM numbered WHERE numbered.id = access_tokens.id
            """;
        command.Parameters.AddWithValue("$id", id);
        command.Parameters.AddWithValue("$from", from.ToUnixTimeMilliseconds());
        Assert.Equal(11_000, await command.ExecuteNonQueryAsync());
    }

    private Task<Answer> PollAsync(string? since) => gate.NewCaller().GetAsync(
        since is null ? "/api/revocations" : $"/api/revocations?since={Uri.EscapeDataString(since)}", null, ("X-Internal-Api-Key", Gate.InternalKey));
}
