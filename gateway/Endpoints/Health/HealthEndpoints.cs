using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StreamGate.Gateway.Endpoints.Health;

/// <summary>For load balancers and people: /health/live says that the process runs, /health/ready that it can serve, /health says both and shows figures.</summary>
public static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        var health = app.MapGroup("/health").WithTags("Media").AddEndpointFilter<NoStoreFilter>();
        health.MapGet("", ReadAsync).WithSummary("Whether the gateway can serve, with figures.").Produces<IDictionary<string, object>>().Produces<IDictionary<string, object>>(503);
        health.MapGet("/ready", ReadAsync).WithSummary("Whether the gateway can serve.").Produces<IDictionary<string, object>>().Produces<IDictionary<string, object>>(503);
        health.MapGet("/live", () => TypedResults.Ok(new Alive("ok"))).WithSummary("Whether the process runs.");
    }

    public sealed record Alive(string Status);

    private static async Task<IResult> ReadAsync(HealthCheckService checks, IEnumerable<IHealthFigures> parts, CancellationToken cancel)
    {
        var report = await checks.CheckHealthAsync(cancel);
        var healthy = report.Status == HealthStatus.Healthy;
        var answer = new Dictionary<string, object>(StringComparer.Ordinal) { ["status"] = healthy ? "ok" : "unavailable" };
        foreach (var (name, value) in parts.SelectMany(part => part.Read()))
        {
            answer[name] = value;
        }

        foreach (var (name, entry) in report.Entries.Where(entry => entry.Value.Status != HealthStatus.Healthy))
        {
            answer[name] = entry.Description ?? "unavailable";
        }

        return TypedResults.Json(answer, statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
