using System.Net;
using System.Net.Http.Headers;
using StreamGate.Benchmarks.Load;
using StreamGate.Benchmarks.Measuring;
using StreamGate.Benchmarks.Processes;

namespace StreamGate.Benchmarks.Segments;

/// <summary>A server under load.</summary>
/// <param name="RequestsFor">What its viewers ask for, given a segment's path.</param>
internal sealed record Candidate(string Name, Server Server, Func<string, IReadOnlyList<LoadRequest>> RequestsFor)
{
    public async Task<Sample> MeasureAsync(ILoadGenerator load, string path, int seconds, CancellationToken cancel)
    {
        var before = ProcessorTime.Of(Server.Process);
        var result = await load.RunAsync(new LoadTarget(Server.Address, RequestsFor(path)), seconds, cancel);
        var used = ProcessorTime.Of(Server.Process) - before;
        return result.Failures == 0
            ? new Sample(result, used / result.Requests * 1e6)
            : throw new InvalidOperationException($"{Name} failed {result.Failures} of {result.Requests} requests.");
    }

    /// <summary>Proves that it serves exactly the file, and, when it should, nothing without the proof.</summary>
    public async Task ProveAsync(string path, byte[] file, bool refusesStrangers, CancellationToken cancel)
    {
        using var http = new HttpClient { BaseAddress = Server.Address };
        var asked = RequestsFor(path)[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, asked.Path);
        request.Headers.Authorization = asked.Token is null ? null : new AuthenticationHeaderValue("Bearer", asked.Token);
        using var answer = await http.SendAsync(request, cancel);
        if (answer.StatusCode != HttpStatusCode.OK || !(await answer.Content.ReadAsByteArrayAsync(cancel)).AsSpan().SequenceEqual(file))
        {
            throw new InvalidOperationException($"{Name} answered {(int)answer.StatusCode}, or with other bytes than the file's.");
        }

        using var stranger = await http.GetAsync(path, cancel);
        if (refusesStrangers && stranger.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{Name} served a stranger.");
        }
    }
}
