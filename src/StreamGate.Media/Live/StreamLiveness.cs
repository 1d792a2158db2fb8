namespace StreamGate.Media.Live;

/// <summary>What a probe found.</summary>
public enum StreamLiveness
{
    /// <summary>The manifest is being written.</summary>
    Live = 0,

    /// <summary>There is no manifest, it has ended, or nobody writes to it.</summary>
    NotLive = 1,

    /// <summary>Nobody could tell: go by the clock.</summary>
    Failed = 2,
}
