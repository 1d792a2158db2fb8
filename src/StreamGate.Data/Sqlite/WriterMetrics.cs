using System.Diagnostics.Metrics;

namespace StreamGate.Data.Sqlite;

/// <summary>Counts what the writer makes durable, on the meter <c>StreamGate.Data</c>.</summary>
internal sealed class WriterMetrics
{
    private readonly Counter<long> _writes;
    private readonly Counter<long> _commits;

    public WriterMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(CatalogueMeter.Name);
        _writes = meter.CreateCounter<long>(CatalogueMeter.Writes, "{write}", "Works that were committed to the catalogue.");
        _commits = meter.CreateCounter<long>(CatalogueMeter.Commits, "{commit}", "Commits that made them durable, many works at a time.");
    }

    public void Committed(int writes)
    {
        _writes.Add(writes);
        _commits.Add(1);
    }
}
