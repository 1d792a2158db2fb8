namespace StreamGate.Contracts.Tickets;

/// <summary>What a ticket says to a heartbeat.</summary>
[GenerateSerializer, Alias("streamgate.heartbeat-result")]
public enum HeartbeatResult
{
    /// <summary>The session holds the lease and was heard from now.</summary>
    Ok = 0,

    /// <summary>The lease is free, or this session's has timed out.</summary>
    NotFound = 1,

    /// <summary>Another session holds the lease.</summary>
    Conflict = 2,
}
