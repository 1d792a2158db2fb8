using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints;

/// <summary>Audits what the gateway itself decides or does. What grains decide, they audit.</summary>
public sealed class Audit(IAuditLog log, TimeProvider clock)
{
    /// <summary>An entry about a viewer's request.</summary>
    public AuditEntry OfViewer(HttpContext context, string action, string outcome = "ok") =>
        new(clock.GetUtcNow(), Caller.Viewer(ClientAddress.Of(context)), action, outcome);

    /// <summary>An entry about an admin's request.</summary>
    public AuditEntry OfAdmin(HttpContext context, string action, string outcome = "ok") =>
        new(clock.GetUtcNow(), Caller.Admin(ClientAddress.Of(context)), action, outcome);

    /// <summary>Durable when the task ends.</summary>
    public Task WriteAsync(AuditEntry entry) => log.AppendAsync(entry);
}
