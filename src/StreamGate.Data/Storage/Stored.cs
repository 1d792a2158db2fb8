using System.Data;
using StreamGate.Contracts.Ids;

namespace StreamGate.Data.Storage;

/// <summary>Reads ids out of columns. Each throws <see cref="DataException"/>, without the value, on what is not one.</summary>
internal static class Stored
{
    public static EventId EventId(string text) =>
        Contracts.Ids.EventId.TryParse(text, out var id) ? id : throw new DataException("A column holds no event id.");

    public static TicketId TicketId(string text) =>
        Contracts.Ids.TicketId.TryParse(text, out var id) ? id : throw new DataException("A column holds no ticket id.");

    public static SessionId SessionId(string text) =>
        Contracts.Ids.SessionId.TryParse(text, out var id) ? id : throw new DataException("A column holds no session id.");

    public static TicketCode Code(string text) =>
        TicketCode.TryParse(text, out var code) ? code : throw new DataException("A column holds no ticket code.");

    public static TicketKey Key(string hex) =>
        TicketKey.TryParse(hex, out var key) ? key : throw new DataException("A column holds no hash of a ticket code.");
}
