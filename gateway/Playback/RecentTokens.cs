using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace StreamGate.Gateway.Playback;

/// <summary>
/// Verified tokens by their text, so that each is verified once. Holds at most <paramref name="capacity"/>: two generations of half of
/// it; when the young one is full it becomes the old one, and the old one is forgotten. A token that is still in use moves to the young
/// generation. Finding allocates nothing and takes no lock.
/// </summary>
internal sealed class RecentTokens(int capacity)
{
    private volatile Generations _generations = new(new(), new());

    public VerifiedToken? Find(ReadOnlySpan<char> token)
    {
        var (young, old) = _generations;
        if (young.Find(token, out var verified))
        {
            return verified;
        }

        if (!old.Find(token, out verified))
        {
            return null;
        }

        Keep(token.ToString(), verified);
        return verified;
    }

    public void Keep(string token, VerifiedToken verified)
    {
        var seen = _generations;
        if (seen.Young.Tokens.TryAdd(token, verified) && Interlocked.Increment(ref seen.Young.Count) >= capacity / 2)
        {
            Interlocked.CompareExchange(ref _generations, new Generations(new(), seen.Young), seen);
        }
    }

    public void Forget(string token)
    {
        var (young, old) = _generations;
        if (young.Tokens.TryRemove(token, out _))
        {
            Interlocked.Decrement(ref young.Count);
        }

        old.Tokens.TryRemove(token, out _);
    }

    private sealed record Generations(Generation Young, Generation Old);

    private sealed class Generation
    {
        public readonly ConcurrentDictionary<string, VerifiedToken> Tokens = new(TokenComparer.Instance);
        public int Count;

        private readonly ConcurrentDictionary<string, VerifiedToken>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

        public Generation() => _bySpan = Tokens.GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Find(ReadOnlySpan<char> token, [NotNullWhen(true)] out VerifiedToken? verified) => _bySpan.TryGetValue(token, out verified);
    }
}
