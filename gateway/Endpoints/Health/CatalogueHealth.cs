using Microsoft.Extensions.Diagnostics.HealthChecks;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Health;

/// <summary>The catalogue answers a read within two seconds.</summary>
public sealed class CatalogueHealth(IEventQueries events, TimeProvider clock) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await events.ExistsAsync(new EventId(Guid.Empty), cancellationToken).WaitAsync(Patience, clock, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The catalogue does not answer.", e);
        }
    }
}
