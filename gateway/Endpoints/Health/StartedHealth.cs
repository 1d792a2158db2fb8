using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StreamGate.Gateway.Endpoints.Health;

/// <summary>The process has started, first run and all.</summary>
public sealed class StartedHealth(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStarted.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The process is starting or stopping."));
}
