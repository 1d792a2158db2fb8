namespace StreamGate.Media.Live;

/// <summary>What a probe found.</summary>
public enum StreamLiveness
{
    /// <summary>The manifest is being written.</summary>
    Live = 0,

    /// <summary>The manifest says that nothing more will come (EXT-X-ENDLIST, RFC 8216, section 4.3.3.4).</summary>
    Finished = 1,

    /// <summary>Nobody writes to the manifest, and it does not say that it is complete.</summary>
    Idle = 2,

    /// <summary>There is no manifest.</summary>
    Missing = 3,

    /// <summary>Nobody could tell: go by the clock.</summary>
    Failed = 4,
}
