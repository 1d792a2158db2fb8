namespace StreamGate.Contracts.Playback;

/// <summary>Why a request of a session is served or not. Viewers are only ever told the difference between yes and no.</summary>
[GenerateSerializer, Alias("streamgate.authorize-outcome")]
public enum AuthorizeOutcome
{
    Allowed = 0,

    /// <summary>The path is not one of this session's event.</summary>
    WrongPath = 1,

    /// <summary>Released, superseded, revoked, timed out for good, or never granted.</summary>
    Ended = 2,

    /// <summary>No heartbeat for the timeout.</summary>
    NotHeardFrom = 3,

    /// <summary>The access window and its grace are over.</summary>
    AccessOver = 4,

    /// <summary>The ticket is on the revocation board.</summary>
    TicketRevoked = 5,

    /// <summary>The event is off, archived or deleted.</summary>
    EventOff = 6,
}
