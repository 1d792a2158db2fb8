using System.Net;
using System.Net.Http.Headers;
using StreamGate.Benchmarks.Measuring;

namespace StreamGate.Benchmarks.Load;

/// <summary>.NET's own HTTP client, where wrk is not installed. Its collections and its thread pool show in the latencies.</summary>
internal sealed class HttpLoad : ILoadGenerator
{
    public string Name => "an HTTP client in this process, 64 connections (install wrk for steadier figures)";

    public async Task<LoadResult> RunAsync(LoadTarget target, int seconds, CancellationToken cancel)
    {
        long bytes = 0;
        long failures = 0;
        using var http = new HttpMessageInvoker(new SocketsHttpHandler { MaxConnectionsPerServer = ClosedLoop.Concurrency, UseCookies = false });
        var result = await ClosedLoop.ForAsync(TimeSpan.FromSeconds(seconds), async (worker, i) =>
        {
            var asked = target.Requests[(worker * 31 + i) % target.Requests.Count];
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target.Address, asked.Path));
            if (asked.Token is not null)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", asked.Token);
            }

            using var answer = await http.SendAsync(request, cancel);
            await answer.Content.CopyToAsync(Stream.Null, cancel);
            Interlocked.Add(ref bytes, answer.Content.Headers.ContentLength ?? 0);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                Interlocked.Increment(ref failures);
            }
        });
        return new LoadResult(result.Operations, result.Elapsed.TotalSeconds, bytes, failures, result.P50, result.P99);
    }
}
