using Orleans;

namespace StreamGate.Data.Tests;

/// <summary>What Orleans hands to a storage, with a state that is never null.</summary>
internal sealed class StateOf<T>(T? state = null) : IGrainState<T>
    where T : class, new()
{
    public T State { get; set; } = state ?? new T();

    public string? ETag { get; set; }

    public bool RecordExists { get; set; }

    T? IGrainState<T>.State
    {
        get => State;
        set => State = value ?? throw new InvalidOperationException("A storage never leaves a state null.");
    }
}
