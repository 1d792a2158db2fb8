using System.Net;
using System.Net.Http.Json;
using System.Text;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.RateLimiting;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Tests.Support;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class AdminTests
{
    [Fact]
    public async Task The_right_password_opens_a_session_of_eight_hours_that_nothing_prolongs()
    {
        await using var gate = await TestGate.OpenAsync("Production");
        using var client = await SignedInAsync(gate, https: true);

        gate.Clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal(200, await GetAsync(client, "/api/admin/events"));
        gate.Clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(401, await GetAsync(client, "/api/admin/events"));
    }

    [Fact]
    public async Task The_cookie_is_the_contracts()
    {
        await using var gate = await TestGate.OpenAsync("Production");

        using var response = await gate.Client(https: true).PostAsJsonAsync("/api/admin/login", new { password = TestGate.Password });

        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("admin_session=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.True((await response.JsonAsync()).GetProperty("data").GetProperty("success").GetBoolean());
    }

    [Fact]
    public async Task A_wrong_password_is_counted_and_audited()
    {
        await using var gate = await TestGate.OpenAsync();

        foreach (var password in new[] { "wrong", new string('x', 73), TestGate.Password + new string('x', 100) })
        {
            using var response = await gate.Client().PostAsJsonAsync("/api/admin/login", new { password });
            Assert.Equal((HttpStatusCode.Unauthorized, "Invalid credentials"), (response.StatusCode, await response.ErrorAsync()));
        }

        Assert.Equal(3, gate.Limiter.Asked.Count(asked => asked == ("203.0.113.7", new RateLimitRule(10, TimeSpan.FromMinutes(1)))));
        Assert.All(gate.Catalogue.Audited, entry => Assert.Equal(("admin.login", "denied"), (entry.Action, entry.Outcome)));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server()
    {
        await using var gate = await TestGate.OpenAsync();
        using var login = await gate.Client().PostAsJsonAsync("/api/admin/login", new { password = TestGate.Password });
        var stolen = login.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(200, await SendAsync("GET", "/api/admin/events"));

        Assert.Equal(200, await SendAsync("POST", "/api/admin/logout"));

        Assert.Equal(401, await SendAsync("GET", "/api/admin/events"));

        async Task<int> SendAsync(string method, string path)
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Add("Cookie", stolen);
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            return (int)(await gate.Client().SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task A_change_needs_proof_that_our_own_page_sent_it()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Event.View = Samples.View();
        using var client = await SignedInAsync(gate);
        client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");

        Assert.Equal(403, await PatchAsync(null));
        Assert.Equal(403, await PatchAsync("https://evil.test"));
        Assert.Equal(200, await PatchAsync("http://gate.test"));

        async Task<int> PatchAsync(string? origin)
        {
            var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/admin/events/{Samples.Event}/deactivate");
            request.Headers.TryAddWithoutValidation("Origin", origin ?? "");
            return (int)(await client.SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Somebody_elses_page_cannot_sign_anybody_in()
    {
        await using var gate = await TestGate.OpenAsync();
        using var client = gate.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.test");

        using var response = await client.PostAsJsonAsync("/api/admin/login", new { password = TestGate.Password });

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_event_is_made_with_the_usual_values_where_none_are_given()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Event.View = Samples.View();
        using var client = await SignedInAsync(gate);

        using var response = await client.PostAsJsonAsync("/api/admin/events", new { title = "T", startsAt = "2026-05-01T18:00:00+02:00", endsAt = "2026-05-01T18:00:00Z" });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(
            new EventDetails("T", "", new DateTimeOffset(2026, 5, 1, 16, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 1, 18, 0, 0, TimeSpan.Zero), 48, null, 1, ExtraDevicePolicy.Refuse),
            gate.Event.Written);
        var data = (await response.JsonAsync()).GetProperty("data");
        Assert.Equal("2026-05-01T16:00:00.000Z", data.GetProperty("startsAt").GetString());
        Assert.Equal("refuse", data.GetProperty("onExtraDevice").GetString());
        Assert.Equal(0, data.GetProperty("tickets").GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("{\"startsAt\":\"2026-05-01T18:00:00Z\",\"endsAt\":\"2026-05-01T19:00:00Z\"}", "title")]
    [InlineData("{\"title\":\"T\",\"endsAt\":\"2026-05-01T19:00:00Z\"}", "startsAt")]
    [InlineData("{\"title\":\"T\",\"startsAt\":\"2026-05-01T18:00:00\",\"endsAt\":\"2026-05-01T19:00:00Z\"}", "startsAt")]
    [InlineData("{\"title\":\"T\",\"startsAt\":1777658400,\"endsAt\":\"2026-05-01T19:00:00Z\"}", "startsAt")]
    [InlineData("{\"title\":\"T\",\"startsAt\":\"2026-05-01T18:00:00Z\",\"endsAt\":\"soon\"}", "endsAt")]
    [InlineData("{\"title\":\"T\",\"startsAt\":\"2026-05-01T18:00:00Z\",\"endsAt\":\"2026-05-01T19:00:00Z\",\"accessWindowHours\":\"48\"}", "accessWindowHours")]
    [InlineData("{\"title\":\"T\",\"startsAt\":\"2026-05-01T18:00:00Z\",\"endsAt\":\"2026-05-01T19:00:00Z\",\"devicesPerTicket\":1.5}", "devicesPerTicket")]
    [InlineData("{\"title\":\"T\",\"startsAt\":\"2026-05-01T18:00:00Z\",\"endsAt\":\"2026-05-01T19:00:00Z\",\"onExtraDevice\":\"kick\"}", "onExtraDevice")]
    public async Task An_event_of_another_shape_is_a_400_that_names_the_field(string json, string field)
    {
        await using var gate = await TestGate.OpenAsync();
        using var client = await SignedInAsync(gate);

        using var response = await client.PostAsync("/api/admin/events", new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, (await response.JsonAsync()).GetProperty("field").GetString());
        Assert.Null(gate.Event.Written);
    }

    [Fact]
    public async Task What_the_event_says_is_passed_on()
    {
        await using var gate = await TestGate.OpenAsync();
        using var client = await SignedInAsync(gate);
        var input = new { title = "T", startsAt = "2026-05-01T18:00:00Z", endsAt = "2026-05-01T19:00:00Z" };

        gate.Event.OnWrite = _ => new EventResult.Invalid("posterUrl", "must be an http(s) URL");
        using var invalid = await client.PostAsJsonAsync("/api/admin/events", input);
        Assert.Equal((400, "posterUrl"), ((int)invalid.StatusCode, (await invalid.JsonAsync()).GetProperty("field").GetString()));

        gate.Event.OnWrite = _ => new EventResult.Unconfirmed(Samples.View(), ["silo-b", "silo-c"]);
        using var unconfirmed = await client.PutAsJsonAsync($"/api/admin/events/{Samples.Event}", input);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unconfirmed.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), unconfirmed.Headers.RetryAfter?.Delta);
        Assert.Contains("silo-b, silo-c", await unconfirmed.ErrorAsync(), StringComparison.Ordinal);

        gate.Event.OnWrite = _ => new EventResult.NotFound();
        Assert.Equal(HttpStatusCode.NotFound, (await client.PutAsJsonAsync($"/api/admin/events/{Samples.Event}", input)).StatusCode);
    }

    [Theory]
    [InlineData("Harbour Concert", "Harbour Concert", 204)]
    [InlineData("Zoë", "Zo%C3%AB", 204)]
    [InlineData("100%25", "100%25", 204)]
    [InlineData("Harbour Concert", "harbour concert", 400)]
    [InlineData("Harbour Concert", "", 400)]
    public async Task Deleting_needs_the_title(string title, string header, int status)
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Event.View = Samples.View(title);
        using var client = await SignedInAsync(gate);
        var request = new HttpRequestMessage(HttpMethod.Delete, $"/api/admin/events/{Samples.Event}");
        request.Headers.TryAddWithoutValidation("X-Confirm-Delete", header);

        Assert.Equal(status, (int)(await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("?page=0", "page")]
    [InlineData("?page=-1", "page")]
    [InlineData("?page=99999999999999999999", "page")]
    [InlineData("?page=1e3", "page")]
    [InlineData("?limit=201", "limit")]
    [InlineData("?status=happy", "status")]
    [InlineData("?timeframe=now", "timeframe")]
    [InlineData("?sort=random", "sort")]
    public async Task An_absurd_list_is_a_400_that_names_the_parameter(string query, string field)
    {
        await using var gate = await TestGate.OpenAsync();
        using var client = await SignedInAsync(gate);

        using var response = await client.GetAsync("/api/admin/events" + query);

        Assert.Equal((400, field), ((int)response.StatusCode, (await response.JsonAsync()).GetProperty("field").GetString()));
    }

    [Fact]
    public async Task A_list_says_which_page_it_is()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Catalogue.Events.Add(Samples.Listing());
        using var client = await SignedInAsync(gate);

        using var response = await client.GetAsync("/api/admin/events?status=all&timeframe=past&sort=title&page=3&limit=20");

        Assert.Equal((new EventFilter(EventStatusFilter.All, EventTimeframe.Past, EventSort.TitleAscending), 3, 20), gate.Catalogue.AskedFor);
        var body = await response.JsonAsync();
        Assert.Equal((3, 20, 1), (body.GetProperty("page").GetInt32(), body.GetProperty("limit").GetInt32(), body.GetProperty("total").GetInt32()));
        Assert.Equal(10, body.GetProperty("data")[0].GetProperty("tickets").GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Many_tickets_are_revoked_and_the_missing_ones_named()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Catalogue.Tickets.AddRange([Samples.Ticket(id: 1), Samples.Ticket(id: 2, code: "AbCdEf123457")]);
        using var client = await SignedInAsync(gate);
        var missing = Guid.Empty.ToString();
        string[] ids = [.. gate.Catalogue.Tickets.Select(ticket => ticket.Id.ToString()), missing, missing];

        using var response = await client.PostAsJsonAsync("/api/admin/tokens/bulk-revoke", new { tokenIds = ids });

        var data = (await response.JsonAsync()).GetProperty("data");
        Assert.Equal((2, 2), (data.GetProperty("revoked").GetInt32(), gate.Ticket.Revocations));
        Assert.Equal([missing], data.GetProperty("notFound").EnumerateArray().Select(id => id.GetString()));
    }

    [Fact]
    public async Task A_ticket_that_cannot_be_revoked_keeps_none_of_the_others_from_it_and_is_named()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Catalogue.Tickets.AddRange(Enumerable.Range(1, 100).Select(id => Samples.Ticket(id: id, code: $"AbCdEf{id + 123000}")));
        var (broken, late) = (gate.Catalogue.Tickets[0], gate.Catalogue.Tickets[1]);
        gate.Grains.Put<IAccessTokenGrain>(key =>
            key == broken.Code.Key.GrainKey ? new FakeTicket { Fails = new TimeoutException() }
            : key == late.Code.Key.GrainKey ? new FakeTicket { OnRevoke = new RevocationResult.Unconfirmed(["silo-b"]) }
            : gate.Ticket);
        using var client = await SignedInAsync(gate);

        using var response = await client.PostAsJsonAsync("/api/admin/tokens/bulk-revoke", new { tokenIds = gate.Catalogue.Tickets.Select(ticket => ticket.Id.ToString()) });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(98, gate.Ticket.Revocations);
        var body = await response.JsonAsync();
        Assert.Equal([broken.Id.ToString()], Ids("failed"));
        Assert.Equal([late.Id.ToString()], Ids("unconfirmed"));
        Assert.Equal(gate.Catalogue.Tickets.Skip(2).Select(ticket => ticket.Id.ToString()), Ids("revoked"));
        Assert.Equal("Revoked: 98. Stored but not confirmed: 1 (by silo-b). Failed: 1. Ask again for the ids in unconfirmed and failed.", await response.ErrorAsync());

        IEnumerable<string?> Ids(string name) => body.GetProperty(name).EnumerateArray().Select(id => id.GetString());
    }

    [Fact]
    public async Task Revoking_many_takes_1_to_1000_ids()
    {
        await using var gate = await TestGate.OpenAsync();
        using var client = await SignedInAsync(gate);

        foreach (var ids in new[] { [], Enumerable.Repeat(Guid.Empty.ToString(), 1001).ToArray(), ["x"] })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsJsonAsync("/api/admin/tokens/bulk-revoke", new { tokenIds = ids })).StatusCode);
        }
    }

    [Theory]
    [InlineData("revoke", "done", 200)]
    [InlineData("unrevoke", "expired", 409)]
    [InlineData("revoke", "unconfirmed", 503)]
    public async Task A_revocation_is_answered_as_the_ticket_says(string call, string result, int status)
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Catalogue.Tickets.Add(Samples.Ticket());
        gate.Ticket.OnRevoke = result switch
        {
            "expired" => new RevocationResult.Expired(DateTimeOffset.UnixEpoch),
            "unconfirmed" => new RevocationResult.Unconfirmed(["silo-b"]),
            _ => new RevocationResult.Done(DateTimeOffset.UnixEpoch),
        };
        using var client = await SignedInAsync(gate);

        Assert.Equal(status, (int)(await client.PatchAsync($"/api/admin/tokens/{gate.Catalogue.Tickets[0].Id}/{call}", null)).StatusCode);
        Assert.Equal(404, (int)(await client.PatchAsync($"/api/admin/tokens/{Guid.Empty}/{call}", null)).StatusCode);
    }

    [Fact]
    public async Task An_export_is_a_file_and_is_audited()
    {
        await using var gate = await TestGate.OpenAsync();
        gate.Catalogue.Events.Add(Samples.Listing("Zoë's night"));
        gate.Catalogue.Tickets.Add(Samples.Ticket("=1"));
        using var client = await SignedInAsync(gate);

        using var response = await client.GetAsync($"/api/admin/events/{Samples.Event}/tokens/export");

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Zoë's night tickets.csv", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Contains("AbCdEf123456", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("tickets.exported", gate.Catalogue.Audited[^1].Action);
    }

    private static async Task<HttpClient> SignedInAsync(TestGate gate, bool https = false)
    {
        var client = gate.Client(https);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var response = await client.PostAsJsonAsync("/api/admin/login", new { password = TestGate.Password });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // By hand, because a cookie container goes by the real clock.
        client.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    private static async Task<int> GetAsync(HttpClient client, string path) => (int)(await client.GetAsync(path)).StatusCode;
}
