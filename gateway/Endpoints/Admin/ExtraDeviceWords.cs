using StreamGate.Contracts.Events;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>The words for what happens to one device more.</summary>
public static class ExtraDeviceWords
{
    private const string Refuse = "refuse";
    private const string ReplaceOldest = "replace-oldest";

    public static string Of(ExtraDevicePolicy policy) => policy == ExtraDevicePolicy.ReplaceOldest ? ReplaceOldest : Refuse;

    /// <summary>Absent means <c>refuse</c>; a 400 lists the words otherwise.</summary>
    public static ExtraDevicePolicy Parse(string? word) => word switch
    {
        null or Refuse => ExtraDevicePolicy.Refuse,
        ReplaceOldest => ExtraDevicePolicy.ReplaceOldest,
        _ => throw new RequestFault("onExtraDevice", $"must be {Refuse} or {ReplaceOldest}"),
    };
}
