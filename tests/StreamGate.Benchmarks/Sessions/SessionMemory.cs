using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using StreamGate.Benchmarks.Measuring;
using StreamGate.Benchmarks.Silo;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Gateway.Playback;
using StreamGate.Grains.Playback;

namespace StreamGate.Benchmarks.Sessions;

/// <summary>The child that fills its memory with sessions and tells after each part what the process holds.</summary>
internal static class SessionMemory
{
    public const string ChildName = "sessions";

    /// <summary>Begins the line that the parent reads.</summary>
    public const string Marker = "samples ";

    // Enough for code to be compiled and pools and buffers to be there before the counting starts.
    private const int WarmUp = 5_000;

    public static async Task<int> RunAsync(int sessions)
    {
        await using var silo = await EmbeddedSilo.StartAsync();
        var tokens = silo.Services.GetRequiredService<IPlaybackTokens>();
        var id = await silo.AddEventAsync();
        var codes = await silo.IssueAsync(id, WarmUp + sessions);
        var claims = new SessionClaims[WarmUp + sessions];
        for (var i = 0; i < claims.Length; i++)
        {
            // What the parent's process would hold outside: made before the first sample, so that it counts in none.
            claims[i] = new SessionClaims(codes[i].Key, id, SessionId.New(TimeProvider.System));
        }

        async Task Redeem(int i) => claims[i] = claims[i] with { Session = (await silo.RedeemAsync(id, codes[i])).Session };
        Task Beat(int i) => silo.HeartbeatAsync(claims[i]);
        Task Call(int i) => silo.Grains.GetGrain<IEmptyGrain>($"empty_{claims[i].Ticket.Value}").Answer();
        Task Remember(int i)
        {
            // As a gateway does with a viewer's first segment: the token's text, from the wire, is the key under which its claims are kept.
            _ = tokens.Verify(tokens.Mint(codes[i], id, claims[i].Session)) ?? throw new InvalidOperationException("A fresh token was refused.");
            return Task.CompletedTask;
        }

        var samples = new List<MemorySample>();
        Func<int, Task>[] parts = [Redeem, Beat, Remember, Call];
        foreach (var part in parts)
        {
            await ClosedLoop.EachAsync(WarmUp, part);
        }

        samples.Add(MemorySample.Take());
        foreach (var part in parts)
        {
            await ClosedLoop.EachAsync(sessions, i => part(WarmUp + i));
            samples.Add(MemorySample.Take());
        }

        var alive = silo.Services.GetRequiredService<LocalSessions>().Count;
        Console.WriteLine(Marker + JsonSerializer.Serialize(samples));
        return alive == WarmUp + sessions ? 0 : 1;
    }
}
