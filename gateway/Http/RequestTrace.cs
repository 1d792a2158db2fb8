using System.Diagnostics;
using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Http;

/// <summary>What ties a request's answer to its log line.</summary>
public static class RequestTrace
{
    private static readonly object TicketItem = new();

    /// <summary>The W3C trace id when the request is traced, else the server's own name for the request.</summary>
    public static string IdOf(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    /// <summary>Tells the request log which ticket this is about.</summary>
    public static void NoteTicket(HttpContext context, TicketKey ticket) => context.Items[TicketItem] = ticket;

    /// <summary>The first 12 hex digits of the ticket's hash, when the request is about one.</summary>
    public static string? TicketOf(HttpContext context) => context.Items.TryGetValue(TicketItem, out var item) ? ((TicketKey)item!).Short : null;
}
