namespace StreamGate.Contracts.Tickets;

/// <summary>A ticket's state as people speak of it. Revoked outranks expired, expired outranks redeemed.</summary>
[GenerateSerializer, Alias("streamgate.ticket-status")]
public enum TicketStatus
{
    Unused = 0,
    Redeemed = 1,
    Expired = 2,
    Revoked = 3,
}
