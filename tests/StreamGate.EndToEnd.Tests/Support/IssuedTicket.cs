namespace StreamGate.EndToEnd.Tests.Support;

internal sealed record IssuedTicket(string Id, string Code, string EventId);
