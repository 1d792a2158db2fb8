using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace StreamGate.Cluster.Tests.Fixture;

/// <summary>The real storage, whose next write of a state can be made to fail or be watched on its way.</summary>
public sealed class FaultyStorage(IGrainStorage real) : IGrainStorage
{
    private Func<Task>? _beforeNextWrite;

    /// <summary>Runs once, before the next write; when it throws, nothing is written.</summary>
    public void BeforeNextWrite(Func<Task> act) => _beforeNextWrite = act;

    public void FailNextWrite() => BeforeNextWrite(() => throw new IOException("The disk is full."));

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => real.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Interlocked.Exchange(ref _beforeNextWrite, null) is { } act)
        {
            await act();
        }

        await real.WriteStateAsync(stateName, grainId, grainState);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => real.ClearStateAsync(stateName, grainId, grainState);
}
