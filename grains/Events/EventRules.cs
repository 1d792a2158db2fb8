using StreamGate.Contracts.Events;

namespace StreamGate.Grains.Events;

/// <summary>What makes an event's details acceptable (api.md, "Event validation").</summary>
internal static class EventRules
{
    public const int MaxTitle = 200;
    public const int MaxDescription = 5_000;
    public const int MaxUrl = 2_000;
    public const int MaxLabel = 100;
    public const int MaxTicketsPerCall = 500;

    /// <summary>The first rule that is broken, under the field's JSON name; null when all hold.</summary>
    public static EventResult.Invalid? Check(EventDetails details) => details switch
    {
        { Title: var title } when string.IsNullOrWhiteSpace(title) => new("title", "must not be empty"),
        { Title.Length: > MaxTitle } => new("title", $"must have at most {MaxTitle} characters"),
        { Title: var title } when title.Any(char.IsControl) => new("title", "must not contain control characters"),
        { Description.Length: > MaxDescription } => new("description", $"must have at most {MaxDescription} characters"),
        { StartsAt: var starts, EndsAt: var ends } when starts >= ends => new("endsAt", "must be after startsAt"),
        { EndsAt.Year: > 9000 } => new("endsAt", "must be before the year 9000"),
        { AccessWindowHours: < 1 or > 168 } => new("accessWindowHours", "must be 1 to 168"),
        { PosterUrl: { } url } when !IsWebUrl(url) => new("posterUrl", "must be an absolute http or https URL"),
        { DevicesPerTicket: < 1 or > 10 } => new("devicesPerTicket", "must be 1 to 10"),
        _ when !Enum.IsDefined(details.OnExtraDevice) => new("onExtraDevice", "must be refuse or replace-oldest"),
        _ => null,
    };

    /// <summary>The rule that a request for tickets breaks, or null.</summary>
    public static IssueResult.Invalid? Check(int count, string? label) => (count, label) switch
    {
        ( < 1 or > MaxTicketsPerCall, _) => new("count", $"must be 1 to {MaxTicketsPerCall}"),
        (_, { Length: > MaxLabel }) => new("label", $"must have at most {MaxLabel} characters"),
        (_, { } text) when text.Any(char.IsControl) => new("label", "must not contain control characters"),
        _ => null,
    };

    private static bool IsWebUrl(string url) =>
        url.Length <= MaxUrl
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
        && parsed.Host.Length > 0
        && parsed.UserInfo.Length == 0;
}
