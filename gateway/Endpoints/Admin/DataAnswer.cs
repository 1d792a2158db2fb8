namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>An admin answer that carries data.</summary>
public sealed record DataAnswer<T>(T Data);
