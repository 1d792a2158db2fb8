using StreamGate.Contracts.Events;
using StreamGate.Contracts.Tickets;

namespace StreamGate.Grains.Tickets;

/// <summary>How each refusal of the access rules is told to the one who asks.</summary>
internal static class AccessAnswers
{
    public static RedeemResult ToRedeem(this Access access, EventView? showing) => access switch
    {
        Access.Unknown => new RedeemResult.Unknown(),
        Access.Revoked => new RedeemResult.Revoked(),
        Access.EventOff => new RedeemResult.EventOff(),
        Access.Expired => new RedeemResult.Expired(showing!.Details.AccessEndsAt),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "Not a refusal."),
    };

    public static RenewResult ToRenew(this Access access, EventView? showing) => access switch
    {
        Access.Unknown => new RenewResult.Unknown(),
        Access.Revoked => new RenewResult.Revoked(),
        Access.EventOff => new RenewResult.EventOff(),
        Access.Expired => new RenewResult.Expired(showing!.Details.AccessEndsAt),
        _ => throw new ArgumentOutOfRangeException(nameof(access), access, "Not a refusal."),
    };

    public static RenewResult ToRenew(this HeartbeatResult result) => result switch
    {
        HeartbeatResult.Ok => new RenewResult.Renewed(),
        HeartbeatResult.Conflict => new RenewResult.Conflict(),
        _ => new RenewResult.NotFound(),
    };

    /// <summary>The audit trail's word for a refusal.</summary>
    public static string ToOutcome(this Access access) => access switch
    {
        Access.Unknown => "unknown",
        Access.Revoked => "revoked",
        Access.EventOff => "event-off",
        Access.Expired => "expired",
        _ => "ok",
    };
}
