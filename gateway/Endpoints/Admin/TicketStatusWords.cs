using StreamGate.Contracts.Tickets;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>The words for a ticket's status.</summary>
public static class TicketStatusWords
{
    /// <summary>What a filter may say; <c>any</c> is the same as saying nothing.</summary>
    public static IReadOnlyDictionary<string, TicketStatus?> Filters { get; } = new Dictionary<string, TicketStatus?>(StringComparer.Ordinal)
    {
        ["any"] = null,
        ["unused"] = TicketStatus.Unused,
        ["redeemed"] = TicketStatus.Redeemed,
        ["expired"] = TicketStatus.Expired,
        ["revoked"] = TicketStatus.Revoked,
    };

    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.Unused => "unused",
        TicketStatus.Redeemed => "redeemed",
        TicketStatus.Expired => "expired",
        TicketStatus.Revoked => "revoked",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
