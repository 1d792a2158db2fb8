namespace StreamGate.Gateway.Liveness;

/// <summary>What a look at an event's stream found.</summary>
public enum StreamSighting
{
    /// <summary>The stream could not be looked at.</summary>
    Unknown,

    /// <summary>Its playlist is still growing.</summary>
    Live,

    /// <summary>Its playlist is complete.</summary>
    Finished,

    /// <summary>There is none.</summary>
    Missing,
}
