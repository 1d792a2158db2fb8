using Microsoft.Extensions.DependencyInjection;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;

namespace StreamGate.Http.Tests.Audit;

/// <summary>Reads a gate's audit trail.</summary>
public static class Trail
{
    /// <summary>An event's entries with this action, the oldest first.</summary>
    public static async Task<List<AuditLine>> OfEventAsync(Gate gate, string id, string action)
    {
        var filter = new AuditFilter(Event: EventId.TryParse(id, out var parsed) ? parsed : throw new FormatException());
        return await ReadAsync(gate, filter, action);
    }

    public static async Task<List<AuditLine>> ReadAsync(Gate gate, AuditFilter filter, string action)
    {
        var page = await gate.Services.GetRequiredService<IAuditQueries>().PageAsync(filter, 1, 1000, CancellationToken.None);
        return [.. page.Items.Where(line => line.Action == action).Reverse()];
    }
}
