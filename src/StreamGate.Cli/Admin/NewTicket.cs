namespace StreamGate.Cli.Admin;

/// <summary>A ticket as the gateway hands it out when it is made.</summary>
public sealed record NewTicket(string Id, string Code, string? Label, DateTimeOffset ExpiresAt);
