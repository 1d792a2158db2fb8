using System.Runtime.CompilerServices;
using StreamGate.Cli.Admin;

namespace StreamGate.Cli.Commands;

/// <summary>Makes more tickets than one call may ask for.</summary>
public static class TicketBatches
{
    /// <summary>Yields each call's tickets as soon as the gateway has made them.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<NewTicket>> MakeAsync(
        AdminApi api, string eventId, int count, string? label, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var left = count; left > 0; left -= AdminApi.TicketsACall)
        {
            yield return await api.GenerateTicketsAsync(eventId, Math.Min(left, AdminApi.TicketsACall), label, cancel);
        }
    }
}
