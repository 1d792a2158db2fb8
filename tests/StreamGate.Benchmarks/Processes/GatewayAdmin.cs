using System.Net.Http.Json;
using System.Text.Json;
using StreamGate.Cli.Admin;
using StreamGate.Gateway.Embedded;

namespace StreamGate.Benchmarks.Processes;

/// <summary>An admin of a gateway that was started on a fresh folder.</summary>
internal static class GatewayAdmin
{
    private const int TicketsACall = 500;

    public static async Task<AdminConnection> SignInAsync(Server gateway, string dataFolder, CancellationToken cancel)
    {
        var report = JsonSerializer.Deserialize<FirstRunReport>(await File.ReadAllTextAsync(Path.Combine(dataFolder, "first-run.json"), cancel), JsonSerializerOptions.Web);
        return await AdminConnection.OpenAsync(new GatewayAddress(gateway.Address, report?.AdminPassword ?? throw new InvalidOperationException("The first run told no password.")), cancel);
    }

    /// <summary>An event that is live for the next hours, with tickets.</summary>
    public static async Task<(string Event, IReadOnlyList<string> Codes)> AddEventAsync(AdminConnection admin, int tickets, CancellationToken cancel)
    {
        var api = new AdminApi(admin);
        var now = TimeProvider.System.GetUtcNow();
        var id = await api.CreateEventAsync(new NewEvent("Benchmark", "", now.AddHours(-1), now.AddHours(6), 48), cancel);
        var codes = new List<string>(tickets);
        while (codes.Count < tickets)
        {
            codes.AddRange((await api.GenerateTicketsAsync(id, Math.Min(TicketsACall, tickets - codes.Count), null, cancel)).Select(ticket => ticket.Code));
        }

        return (id, codes);
    }

    /// <summary>Redeems a code over HTTP; the playback token.</summary>
    public static async Task<string> RedeemAsync(HttpClient http, string code, CancellationToken cancel)
    {
        using var answer = await http.PostAsJsonAsync("api/tokens/validate", new { code }, cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Redeemed>(cancel))!.PlaybackToken;
    }

    private sealed record Redeemed(string PlaybackToken);
}
