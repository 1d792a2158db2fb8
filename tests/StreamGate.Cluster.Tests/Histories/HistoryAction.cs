namespace StreamGate.Cluster.Tests.Histories;

/// <summary>What may happen in a history.</summary>
public enum HistoryAction
{
    Redeem,
    Heartbeat,
    Release,
    Renew,
    Segment,
    Revoke,
    Unrevoke,
    Deactivate,
    Reactivate,
    TimePasses,
    TicketForgets,
    SessionForgets,
}
