using System.Net.Http.Headers;
using StreamGate.Benchmarks.Processes;

namespace StreamGate.Benchmarks.Segments;

/// <summary>Viewers of one event, each with a redeemed ticket and heartbeats as players send them.</summary>
internal sealed class Audience : IAsyncDisposable
{
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _over = new();
    private readonly HttpClient _http;
    private readonly Task _beating;

    private Audience(HttpClient http, string eventId, IReadOnlyList<string> tokens)
    {
        _http = http;
        Event = eventId;
        Tokens = tokens;
        _beating = BeatAsync();
    }

    public string Event { get; }

    /// <summary>The playback tokens.</summary>
    public IReadOnlyList<string> Tokens { get; }

    public static async Task<Audience> GatherAsync(Server gateway, string dataFolder, int viewers, CancellationToken cancel)
    {
        using var admin = await GatewayAdmin.SignInAsync(gateway, dataFolder, cancel);
        var (id, codes) = await GatewayAdmin.AddEventAsync(admin, viewers, cancel);
        var http = new HttpClient { BaseAddress = gateway.Address };
        var tokens = new List<string>(viewers);
        foreach (var code in codes)
        {
            tokens.Add(await GatewayAdmin.RedeemAsync(http, code, cancel));
        }

        return new Audience(http, id, tokens);
    }

    /// <summary>Throws when a heartbeat was refused: then the figures are those of refusals.</summary>
    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _beating;
        _over.Dispose();
        _http.Dispose();
    }

    private async Task BeatAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(HeartbeatEvery, TimeProvider.System);
            while (await timer.WaitForNextTickAsync(_over.Token))
            {
                foreach (var token in Tokens)
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, "api/playback/heartbeat");
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
                    using var answer = await _http.SendAsync(request, _over.Token);
                    answer.EnsureSuccessStatusCode();
                }
            }
        }
        catch (OperationCanceledException) when (_over.IsCancellationRequested)
        {
            // The measuring is over.
        }
    }
}
