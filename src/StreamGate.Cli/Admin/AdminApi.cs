using System.Text.Json;

namespace StreamGate.Cli.Admin;

/// <summary>The calls of the admin API that commands need. Each throws a <see cref="CliException"/> when the gateway refuses.</summary>
public sealed class AdminApi(AdminConnection connection)
{
    /// <summary>Tickets that the gateway makes in one call at the most.</summary>
    public const int TicketsACall = 500;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    /// <summary>Makes an event and returns its id.</summary>
    public async Task<string> CreateEventAsync(NewEvent body, CancellationToken cancel)
    {
        var answer = await connection.SendAsync(HttpMethod.Post, "api/admin/events", body, cancel);
        return Read<Created>(answer).Id;
    }

    /// <summary>Makes 1–<see cref="TicketsACall"/> tickets of an event.</summary>
    public async Task<IReadOnlyList<NewTicket>> GenerateTicketsAsync(string eventId, int count, string? label, CancellationToken cancel)
    {
        var path = $"api/admin/events/{Uri.EscapeDataString(eventId)}/tokens/generate";
        var answer = await connection.SendAsync(HttpMethod.Post, path, new { count, label }, cancel);
        return Read<IReadOnlyList<NewTicket>>(answer);
    }

    /// <summary>Revokes a ticket; when this returns, no silo serves it any more.</summary>
    public Task RevokeAsync(string ticketId, CancellationToken cancel) =>
        connection.SendAsync(HttpMethod.Patch, $"api/admin/tokens/{Uri.EscapeDataString(ticketId)}/revoke", null, cancel);

    /// <summary>The whole answer of a list: <c>data</c>, <c>page</c>, <c>limit</c>, <c>total</c>. Parameters without a value are left out.</summary>
    public Task<JsonElement> ListAsync(string what, IEnumerable<(string Name, string? Value)> parameters, CancellationToken cancel)
    {
        var query = string.Join('&', parameters.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return connection.SendAsync(HttpMethod.Get, $"api/admin/{what}?{query}", null, cancel);
    }

    private static T Read<T>(JsonElement answer)
    {
        try
        {
            return answer.GetProperty("data").Deserialize<T>(Web) ?? throw new JsonException();
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CliException(ExitCodes.Failed, "The gateway's answer has another shape than this command knows; are they of one version?", failure);
        }
    }

    private sealed record Created(string Id);
}
