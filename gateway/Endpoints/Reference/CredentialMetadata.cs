namespace StreamGate.Gateway.Endpoints.Reference;

/// <summary>Says which credential a route needs.</summary>
/// <param name="Scheme">One of <see cref="SecuritySchemes"/>.</param>
public sealed record CredentialMetadata(string Scheme);
