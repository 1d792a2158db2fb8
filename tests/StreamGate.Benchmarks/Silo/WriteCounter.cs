using System.Diagnostics.Metrics;
using StreamGate.Data;

namespace StreamGate.Benchmarks.Silo;

/// <summary>Counts what the catalogue writes while it lives.</summary>
internal sealed class WriteCounter : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _writes;
    private long _commits;

    public WriteCounter()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CatalogueMeter.Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (instrument.Name == CatalogueMeter.Writes)
            {
                Interlocked.Add(ref _writes, value);
            }
            else if (instrument.Name == CatalogueMeter.Commits)
            {
                Interlocked.Add(ref _commits, value);
            }
        });
        _listener.Start();
    }

    public long Writes => Interlocked.Read(ref _writes);

    public long Commits => Interlocked.Read(ref _commits);

    public void Dispose() => _listener.Dispose();
}
