namespace StreamGate.Contracts.Events;

/// <summary>What happens when a ticket is redeemed on one device more than its event allows.</summary>
[GenerateSerializer, Alias("streamgate.extra-device-policy")]
public enum ExtraDevicePolicy
{
    /// <summary>The new device is refused while the others are heard from.</summary>
    Refuse = 0,

    /// <summary>The session that was granted first is ended; its next heartbeat is a conflict.</summary>
    ReplaceOldest = 1,
}
