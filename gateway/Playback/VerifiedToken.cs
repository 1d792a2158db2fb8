using StreamGate.Contracts.Playback;

namespace StreamGate.Gateway.Playback;

/// <summary>A playback token whose signature and times were found good.</summary>
/// <param name="Code">The ticket's code (<c>sub</c>).</param>
/// <param name="PathPrefix">The paths that it opens (<c>sp</c>), <c>/streams/{eventId}/</c>.</param>
/// <param name="IsProbe">A probe token opens HEAD only.</param>
/// <param name="ExpiresAt">After this instant it opens nothing.</param>
public sealed record VerifiedToken(
    Contracts.Ids.TicketCode Code,
    SessionClaims Claims,
    string PathPrefix,
    bool IsProbe,
    DateTimeOffset ExpiresAt);
