using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using StreamGate.Benchmarks.Measuring;
using StreamGate.Benchmarks.Processes;
using StreamGate.Gateway.Embedded;

namespace StreamGate.Benchmarks.Admin;

/// <summary>The admin console's lists over HTTP, at 100,000 tickets.</summary>
internal sealed class ListsBenchmark : IBenchmark
{
    private const double BarInMilliseconds = 50;
    private const int Fewest = 20;

    public string Name => "lists";

    public async Task<Report> RunAsync(RunOptions options, CancellationToken cancel)
    {
        using var data = new TemporaryFolder();
        await (await Programs.StartGatewayAsync(data.Path, cancel)).DisposeAsync(); // The first run draws the password.
        RunOptions.Progress($"making {LargeCatalogue.Tickets:N0} tickets");
        var (large, empty) = await LargeCatalogue.FillAsync(data.Path);
        await using var gateway = await Programs.StartGatewayAsync(data.Path, cancel);
        using var http = await SignInAsync(gateway, data, cancel);

        (string Name, string Path, bool IsList)[] kinds =
        [
            ("baseline: an event without tickets", $"events/{empty}/tokens", false),
            ("page 1", "tokens", true), ("page 1,900", "tokens?page=1900", true),
            ("event of 50,000", $"events/{large}/tokens", true), ("event of 50,000, page 900", $"events/{large}/tokens?page=900", true),
            ("unused", "tokens?status=unused", true), ("redeemed", "tokens?status=redeemed", true), ("expired", "tokens?status=expired", true), ("revoked", "tokens?status=revoked", true),
            ("event of 50,000, revoked", $"tokens?eventId={large}&status=revoked", true),
            ("search, many found", "tokens?search=seat%204", true), ("search, one found", "tokens?search=seat%2077777", true), ("search, none found", "tokens?search=nobody%20has%20this", true),
            ("events", "events", true), ("dashboard", "dashboard", true),
            ("export of 50,000, first bytes", $"events/{large}/tokens/export", true), ("export of 50,000, whole", $"events/{large}/tokens/export", false),
        ];
        var times = kinds.Select(_ => new List<double>()).ToArray();
        for (var round = -1; round < Math.Max(Fewest, options.Rounds * 10); round++)
        {
            for (var i = 0; i < kinds.Length; i++)
            {
                var whole = !kinds[i].Name.Contains("first bytes", StringComparison.Ordinal);
                var time = await TimeAsync(http, "api/admin/" + kinds[i].Path, whole, cancel);
                if (round >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        var baseline = times[0].Median();
        return new Report(
            $"admin lists over HTTP at {LargeCatalogue.Tickets:N0} tickets, {times[0].Count} requests each, one at a time, kinds interleaved",
            [new("p50", "P50 ms", "N1"), new("p99", "P99 ms", "N1"), new("ratio", "P50 vs baseline", "N1")],
            [.. kinds.Select((kind, i) => new Row(kind.Name, new Dictionary<string, double> { ["p50"] = times[i].Median(), ["p99"] = times[i].Percentile(99), ["ratio"] = times[i].Median() / baseline }))],
            [.. kinds.Select((kind, i) => (kind, Time: times[i])).Where(pair => pair.kind.IsList).Select(pair => Verdict.AtMost($"{pair.kind.Name}, P99", pair.Time.Percentile(99), BarInMilliseconds, " ms"))],
            "counting for `total`, which looks at every row that matches; searches look at every label and code.",
            ["the whole export has no bar: it streams"]);
    }

    private static async Task<HttpClient> SignInAsync(Server gateway, TemporaryFolder data, CancellationToken cancel)
    {
        var report = JsonSerializer.Deserialize<FirstRunReport>(await File.ReadAllTextAsync(data.At("first-run.json"), cancel), JsonSerializerOptions.Web)!;
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = gateway.Address };
        using var answer = await http.PostAsJsonAsync("api/admin/login", new { password = report.AdminPassword }, cancel);
        answer.EnsureSuccessStatusCode();
        http.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").First().Split(';', 2)[0]);
        return http;
    }

    private static async Task<double> TimeAsync(HttpClient http, string path, bool whole, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
        if (whole)
        {
            await answer.Content.CopyToAsync(Stream.Null, cancel);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        await using var body = await answer.Content.ReadAsStreamAsync(cancel);
        await body.ReadExactlyAsync(new byte[1], cancel);
        var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;

        // To its end, so that the next request finds the server idle and the connection open.
        await body.CopyToAsync(Stream.Null, cancel);
        return time;
    }
}
