using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace StreamGate.Http.Tests.Logs;

/// <summary>What the log tells of a viewer's and an admin's whole way through the gate, and what it never tells.</summary>
public sealed class LogTests(TalkativeGate gate) : IClassFixture<TalkativeGate>
{
    [Fact]
    public async Task No_line_holds_a_token_a_code_or_a_secret()
    {
        var admin = await gate.AdminAsync();
        var shown = await admin.NewEventAsync(("onExtraDevice", "replace-oldest"));
        var tickets = await admin.NewTicketsAsync(shown, 3);
        LiveStream.PutDemo(gate, shown.Text("id"));
        var secrets = new List<string>(tickets.Select(ticket => ticket.Code));

        secrets.AddRange(await WatchEveryWayAsync(tickets[0]));
        secrets.AddRange(await BeRefusedEveryWayAsync(admin, tickets));
        secrets.AddRange([admin.Cookie.Split('=', 2)[1], Gate.Password, "a wrong guess", Gate.InternalKey, Gate.SigningSecret]);

        // Both ways of logging were at it: one line a request, and one for each refusal of media.
        Assert.True(gate.Log.Lines.Count(line => line.Category.EndsWith(".RequestLog", StringComparison.Ordinal)) >= 20, "Requests were not logged.");
        Assert.True(gate.Log.Lines.Count(line => line.Category.EndsWith(".MediaGate", StringComparison.Ordinal)) >= 10, "Refusals were not logged.");
        Assert.Contains(gate.Log.Lines, line => line.Level == LogLevel.Debug);
        foreach (var line in gate.Log.Lines)
        {
            Assert.DoesNotContain("__token", line.All, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secrets, secret => line.All.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_requests_line_has_its_trace_its_ticket_by_hash_and_its_address()
    {
        var admin = await gate.AdminAsync();
        var ticket = await admin.NewTicketAsync();
        await admin.RevokeAsync(ticket);
        var caller = gate.NewCaller();

        var answer = await caller.ValidateAsync(ticket.Code);

        var line = await RequestLineAsync(answer.Json.Text("traceId"));
        Assert.Equal(
            ("POST", "/api/tokens/validate", "403", HashOf(ticket.Code), caller.Ip),
            (line["Method"], line["Route"], line["Status"], line["Ticket"], line["Ip"]));
    }

    [Fact]
    public async Task A_line_names_the_route_and_not_what_was_asked_of_it()
    {
        var answer = await gate.NewCaller().GetAsync("/api/events/0199f5a0-0000-7000-8000-000000000000/status?code=QQQQQQQQQQQQ&__token=eyQ.eyQ.QQ");

        var line = await RequestLineAsync(answer.Json.Text("traceId"));
        Assert.Equal("/api/events/{id}/status", line["Route"]!.TrimEnd('/'));
        Assert.DoesNotContain(gate.Log.Lines, other => other.All.Contains("QQQQ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_break_in_an_address_makes_no_line_of_its_own()
    {
        var answer = await gate.NewCaller().GetAsync("/nothing%0d%0a%7B%22forged%22%3Atrue%7D");

        var line = await RequestLineAsync(answer.Json.Text("traceId"));
        Assert.Equal("404", line["Status"]);
    }

    private async Task<string[]> WatchEveryWayAsync(Ticket ticket)
    {
        var first = await gate.NewCaller().WatchAsync(ticket.Code);
        var watching = await gate.NewCaller().WatchAsync(ticket.Code);
        var refreshed = (await watching.RefreshAsync()).Json.Text("playbackToken");
        await watching.HeartbeatAsync();
        var carried = $"__token={watching.Token}";
        var folder = watching.Playlist[..(watching.Playlist.LastIndexOf('/') + 1)];
        foreach (var path in new[] { "stream.m3u8", "240p/index.m3u8", "240p/segment000.m4s", "none.m4s", "../x.ts", "%2e%2e%2fx.ts" })
        {
            await watching.Caller.GetAsync($"{folder}{path}?{carried}");
            await watching.Caller.GetAsync($"{folder}{path}", watching.Token);
            await watching.Caller.GetAsync(folder + path, null, ("Cookie", $"playback_session={watching.Token}"));
        }

        await first.Caller.GetAsync($"{first.Playlist}?__token={first.Token}");
        await watching.Caller.GetAsync($"{folder}stream.m3u8?__token={watching.Token[..^3]}AAA");
        await watching.Caller.SendAsync(HttpMethod.Post, $"/api/playback/heartbeat?{carried}");
        await watching.Caller.GetAsync($"/api/events/{ticket.Event}/status?code={ticket.Code}&{carried}");
        await watching.Caller.GetAsync($"/nothing?{carried}");
        await watching.Caller.PostTextAsync("/api/playback/release", watching.Token, "text/plain");
        return [first.Token, watching.Token, refreshed, watching.Token.Split('.')[2], refreshed.Split('.')[2]];
    }

    private async Task<string[]> BeRefusedEveryWayAsync(Fixture.Admin admin, Ticket[] tickets)
    {
        await gate.NewCaller().ValidateAsync(tickets[1].Code + "x");
        await gate.NewCaller().PostTextAsync("/api/tokens/validate", $$"""{"code":"{{tickets[1].Code}}",""");
        await gate.NewCaller().PostTextAsync("/api/tokens/validate", $$"""{"code":["{{tickets[1].Code}}"]}""");
        await admin.RevokeAsync(tickets[1]);
        await gate.NewCaller().ValidateAsync(tickets[1].Code);
        await gate.NewCaller().PostAsync("/api/admin/login", new { password = "a wrong guess" });
        await admin.GetAsync($"/api/admin/tokens?search={tickets[2].Code}");
        await admin.GetAsync($"/api/admin/events/{tickets[0].Event}/tokens/export");
        await gate.NewCaller().GetAsync("/api/revocations?since=2026-11-01T00:00:00Z", null, ("X-Internal-Api-Key", Gate.InternalKey));
        var timedOut = await gate.NewCaller().WatchAsync(tickets[2].Code);
        gate.Clock.Advance(TimeSpan.FromSeconds(61));
        await timedOut.HeartbeatAsync();
        await timedOut.PlayAsync();
        await admin.SendAsync(HttpMethod.Delete, $"/api/admin/events/{tickets[0].Event}", null, ("X-Confirm-Delete", "A concert"));
        await timedOut.PlayAsync();
        return [timedOut.Token, timedOut.Token.Split('.')[2]];
    }

    // The line is written when the answer has left, which may be a moment after it was read here.
    private async Task<IReadOnlyDictionary<string, string?>> RequestLineAsync(string trace)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            if (gate.Log.Lines.SingleOrDefault(line => line.Values.GetValueOrDefault("TraceId") == trace) is { } found)
            {
                return found.Values;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code)))[..12];
}
