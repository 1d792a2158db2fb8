using System.Diagnostics;

namespace StreamGate.Benchmarks.Measuring;

/// <summary>A fixed number of workers, each of which begins its next operation when its last one has ended.</summary>
internal static class ClosedLoop
{
    public const int Concurrency = 64;

    /// <param name="operation">Is told which operation of which worker it is.</param>
    public static Task<LoopResult> ForAsync(TimeSpan duration, Func<int, int, Task> operation)
    {
        var end = Stopwatch.GetTimestamp() + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        return RunAsync(async (worker, times) =>
        {
            for (var i = 0; ; i++)
            {
                await Task.Yield(); // Others' turn: an operation that ends at once would keep the thread.
                var began = Stopwatch.GetTimestamp();
                if (began >= end)
                {
                    return;
                }

                await operation(worker, i);
                times.Add(Stopwatch.GetTimestamp() - began);
            }
        });
    }

    /// <summary>Runs operations 0 to <paramref name="count"/> − 1 once each.</summary>
    public static Task<LoopResult> EachAsync(int count, Func<int, Task> operation)
    {
        var next = -1;
        return RunAsync(async (_, times) =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                await Task.Yield();
                var began = Stopwatch.GetTimestamp();
                await operation(i);
                times.Add(Stopwatch.GetTimestamp() - began);
            }
        });
    }

    private static async Task<LoopResult> RunAsync(Func<int, List<long>, Task> work)
    {
        var times = Enumerable.Range(0, Concurrency).Select(_ => new List<long>()).ToArray();
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(times.Select((own, worker) => Task.Run(() => work(worker, own))));
        var elapsed = Stopwatch.GetElapsedTime(began);
        var milliseconds = times.SelectMany(own => own).Select(ticks => ticks * 1000.0 / Stopwatch.Frequency).ToArray();
        Array.Sort(milliseconds);
        return new LoopResult(milliseconds.Length, elapsed, At(milliseconds, 50), At(milliseconds, 99));
    }

    private static double At(double[] sorted, int percent) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(sorted.Length * percent / 100.0) - 1, 0, sorted.Length - 1)];
}
