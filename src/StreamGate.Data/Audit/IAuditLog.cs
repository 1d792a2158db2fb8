namespace StreamGate.Data.Audit;

/// <summary>The trail of everything that was decided.</summary>
public interface IAuditLog
{
    /// <summary>Appends the entries, in order; they are durable when the task ends, in one group commit with whatever else is being written.</summary>
    Task AppendAsync(params ReadOnlySpan<AuditEntry> entries);
}
