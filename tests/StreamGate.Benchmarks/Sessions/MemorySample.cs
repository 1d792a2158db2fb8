using System.Diagnostics;
using System.Runtime;

namespace StreamGate.Benchmarks.Sessions;

/// <summary>What the process holds after everything that can go has gone, in bytes.</summary>
/// <param name="WorkingSet">Resident pages.</param>
/// <param name="Managed">Live objects.</param>
internal readonly record struct MemorySample(long WorkingSet, long Managed)
{
    // Finalizers and pools that shrink on collection need more than one.
    private const int Collections = 4;

    public static MemorySample Take()
    {
        for (var i = 0; i < Collections; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var self = Process.GetCurrentProcess();
        return new MemorySample(self.WorkingSet64, GC.GetTotalMemory(forceFullCollection: false));
    }
}
