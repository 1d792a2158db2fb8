namespace StreamGate.Benchmarks.Load;

/// <summary>64 connections that never rest.</summary>
internal interface ILoadGenerator
{
    /// <summary>Its name, for the notes.</summary>
    string Name { get; }

    Task<LoadResult> RunAsync(LoadTarget target, int seconds, CancellationToken cancel);
}
