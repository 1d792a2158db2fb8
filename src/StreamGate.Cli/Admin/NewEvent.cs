namespace StreamGate.Cli.Admin;

/// <summary>The body of <c>POST /api/admin/events</c>.</summary>
/// <param name="AccessWindowHours">Hours after the end in which tickets still open the recording, 1–168.</param>
public sealed record NewEvent(string Title, string Description, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int AccessWindowHours);
