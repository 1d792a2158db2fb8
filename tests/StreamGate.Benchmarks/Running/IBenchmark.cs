namespace StreamGate.Benchmarks.Running;

/// <summary>One question about speed or size, answered against a baseline of the same run.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    Task<Report> RunAsync(RunOptions options, CancellationToken cancel);
}
