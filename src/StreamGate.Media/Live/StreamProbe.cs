namespace StreamGate.Media.Live;

/// <summary>
/// Calls a stream live when its manifest was modified, or was seen to change, within the last 30 s. An answer serves every asker for
/// 5 s, and nobody waits longer than 3 s for one; what is remembered of streams is bounded.
/// </summary>
public sealed class StreamProbe(IManifestSource source, TimeProvider clock) : IStreamProbe
{
    /// <summary>Streams remembered at the most.</summary>
    public const int MaxStreams = 1024;

    private static readonly TimeSpan Recent = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Reuse = TimeSpan.FromSeconds(5);

    // A little more than a source takes to give up by itself. Storage that hangs never does.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Dictionary<Guid, Memory> _memories = [];
    private readonly Lock _lock = new();

    public async ValueTask<StreamLiveness> ProbeAsync(Guid stream, CancellationToken cancellation)
    {
        Task<StreamLiveness> answer;
        lock (_lock)
        {
            var memory = Recall(stream);
            if (memory.Answer is null || (memory.Answer.IsCompleted && clock.GetElapsedTime(memory.AskedAt) >= Reuse))
            {
                memory.AskedAt = clock.GetTimestamp();
                memory.Answer = Task.Run(() => LookAsync(stream, memory), CancellationToken.None);
            }

            answer = memory.Answer;
        }

        try
        {
            return await answer.WaitAsync(Patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            return StreamLiveness.Failed;
        }
    }

    private Memory Recall(Guid stream)
    {
        if (_memories.TryGetValue(stream, out var memory))
        {
            return memory;
        }

        if (_memories.Count >= MaxStreams)
        {
            _memories.Remove(_memories.MinBy(pair => pair.Value.AskedAt).Key);
        }

        return _memories[stream] = new Memory();
    }

    private async Task<StreamLiveness> LookAsync(Guid stream, Memory memory) =>
        await source.LookAsync(stream, CancellationToken.None) switch
        {
            ManifestLook.Seen seen => Judge(seen, memory),
            ManifestLook.Missing => StreamLiveness.Missing,
            _ => StreamLiveness.Failed,
        };

    private StreamLiveness Judge(ManifestLook.Seen seen, Memory memory)
    {
        if (memory.ETag is not null && seen.ETag is not null && memory.ETag != seen.ETag)
        {
            memory.ChangedAt = clock.GetTimestamp();
        }

        memory.ETag = seen.ETag ?? memory.ETag;
        var modified = seen.LastModified is { } at && (clock.GetUtcNow() - at).Duration() < Recent;
        var changed = memory.ChangedAt is { } change && clock.GetElapsedTime(change) < Recent;
        return seen.Ended is true ? StreamLiveness.Finished
            : modified || changed ? StreamLiveness.Live
            : seen.Ended is null ? StreamLiveness.Failed
            : StreamLiveness.Idle;
    }

    // Looks at one stream never overlap, so only the dictionary and the answer need the lock.
    private sealed class Memory
    {
        public long AskedAt { get; set; }

        public Task<StreamLiveness>? Answer { get; set; }

        public string? ETag { get; set; }

        public long? ChangedAt { get; set; }
    }
}
