using StreamGate.Data.Queries;

namespace StreamGate.Data.Audit;

/// <summary>Reads the audit trail for people.</summary>
public interface IAuditQueries
{
    /// <summary>A page, newest entry first.</summary>
    Task<PageOf<AuditLine>> PageAsync(AuditFilter filter, int page, int limit, CancellationToken cancel);
}
