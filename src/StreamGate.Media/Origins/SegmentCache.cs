using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace StreamGate.Media.Origins;

/// <summary>Files in memory, up to a number of bytes. A look-up takes no lock; when the limit is passed the least recently used go.</summary>
/// <param name="maxBytes">The limit, in bytes, overhead counted in.</param>
internal sealed class SegmentCache(long maxBytes, TimeProvider clock)
{
    // What an entry costs beside its bytes, so that a flood of tiny files is bounded too.
    private const int Overhead = 512;

    private readonly ConcurrentDictionary<MediaKey, Entry> _entries = new();
    private readonly Lock _changes = new();
    private long _bytes;

    /// <summary>Bytes held now.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Streams of which something is held.</summary>
    public int Streams => _entries.Keys.Select(key => key.Stream).Distinct().Count();

    public bool TryGet(MediaKey key, [NotNullWhen(true)] out Entry? entry) => _entries.TryGetValue(key, out entry);

    public void Set(MediaKey key, OriginResult.Found found, long checkedAt)
    {
        var entry = new Entry(found, checkedAt);
        lock (_changes)
        {
            Drop(key);
            if (entry.Cost > maxBytes)
            {
                return;
            }

            _entries[key] = entry;
            _bytes += entry.Cost;
            if (_bytes > maxBytes)
            {
                Shrink();
            }
        }
    }

    public void Remove(MediaKey key)
    {
        lock (_changes)
        {
            Drop(key);
        }
    }

    private void Drop(MediaKey key)
    {
        if (_entries.TryRemove(key, out var entry))
        {
            _bytes -= entry.Cost;
        }
    }

    // A tenth at once, so that the sorting is paid once in many insertions.
    private void Shrink()
    {
        var goal = maxBytes - maxBytes / 10;
        foreach (var (key, _) in _entries.ToArray().OrderByDescending(pair => clock.GetElapsedTime(pair.Value.UsedAt)))
        {
            if (_bytes <= goal || _entries.Count == 1)
            {
                return;
            }

            Drop(key);
        }
    }

    /// <summary>A file in memory; times are the clock's timestamps.</summary>
    public sealed class Entry(OriginResult.Found found, long checkedAt)
    {
        private long _checkedAt = checkedAt;
        private long _usedAt = checkedAt;

        public OriginResult.Found Found { get; } = found;

        public long Cost { get; } = found.Content.Length + Overhead;

        /// <summary>When it was last known to be what the origin has.</summary>
        public long CheckedAt
        {
            get => Volatile.Read(ref _checkedAt);
            set => Volatile.Write(ref _checkedAt, value);
        }

        public long UsedAt
        {
            get => Volatile.Read(ref _usedAt);
            set => Volatile.Write(ref _usedAt, value);
        }
    }
}
