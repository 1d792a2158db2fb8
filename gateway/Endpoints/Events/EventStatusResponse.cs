namespace StreamGate.Gateway.Endpoints.Events;

/// <param name="Status">One of <c>not-started</c>, <c>live</c>, <c>recording</c>, <c>ended</c>.</param>
public sealed record EventStatusResponse(string EventId, string Status, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
