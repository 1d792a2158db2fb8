namespace StreamGate.Grains.Tickets;

/// <summary>What the access rules say of a ticket, in their order.</summary>
internal enum Access
{
    Open,
    Unknown,
    Revoked,
    EventOff,
    Expired,
}
