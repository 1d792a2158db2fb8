namespace StreamGate.Gateway.Http;

/// <summary>What a request's headers prove about the page that sent it. Browsers set both headers themselves; pages can't forge them.</summary>
public enum SameOriginProof
{
    /// <summary>No browser header says anything: a program, or a very old browser.</summary>
    Absent,

    /// <summary>One of our own pages.</summary>
    Proven,

    /// <summary>Somebody else's page.</summary>
    Foreign,
}
