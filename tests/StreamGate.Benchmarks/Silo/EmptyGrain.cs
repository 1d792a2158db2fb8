namespace StreamGate.Benchmarks.Silo;

/// <inheritdoc/>
internal sealed class EmptyGrain : Grain, IEmptyGrain
{
    public Task Answer() => Task.CompletedTask;
}
