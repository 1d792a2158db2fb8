namespace StreamGate.Benchmarks.Silo;

/// <summary>A grain that does nothing, which is what any grain costs at the least.</summary>
[Alias("streamgate.bench.IEmptyGrain")]
internal interface IEmptyGrain : IGrainWithStringKey
{
    [Alias("answer")]
    Task Answer();
}
