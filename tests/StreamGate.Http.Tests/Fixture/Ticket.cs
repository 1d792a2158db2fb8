namespace StreamGate.Http.Tests.Fixture;

/// <summary>A ticket as the admin console showed it.</summary>
public sealed record Ticket(string Id, string Code, string Event);
