namespace StreamGate.Gateway.Endpoints.Health;

/// <summary>A part of the process that has figures to show at /health, such as a cache or the revocation board.</summary>
public interface IHealthFigures
{
    /// <summary>Names in camelCase and numbers, read from memory.</summary>
    IEnumerable<KeyValuePair<string, double>> Read();
}
