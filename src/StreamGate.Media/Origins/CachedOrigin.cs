using System.Collections.Concurrent;

namespace StreamGate.Media.Origins;

/// <summary>
/// Keeps hot files of another origin in memory, so that serving one costs no I/O; its file is looked at again at a bounded interval.
/// Requests that miss one file at the same time share one reading of it. Files over the limit are passed through.
/// </summary>
public sealed class CachedOrigin(IOrigin origin, CachedOriginOptions options, TimeProvider clock) : IOrigin, IDisposable
{
    // Bounds the memory that misses hold beside the cache: loads × MaxEntryBytes.
    private const int MaxLoads = 16;

    private readonly SegmentCache _cache = new(options.MaxBytes, clock);
    private readonly ConcurrentDictionary<MediaKey, Lazy<Task<OriginResult?>>> _loads = new();
    private readonly SemaphoreSlim _slots = new(MaxLoads);

    /// <summary>Bytes held now, for health and metrics.</summary>
    public long CachedBytes => _cache.Bytes;

    /// <summary>Streams of which something is held.</summary>
    public int CachedStreams => _cache.Streams;

    public ValueTask<OriginResult> OpenAsync(MediaKey key, CancellationToken cancellation)
    {
        var now = clock.GetTimestamp();
        if (_cache.TryGet(key, out var entry) && clock.GetElapsedTime(entry.CheckedAt, now) < Freshness(key))
        {
            entry.UsedAt = now;
            return new(entry.Found);
        }

        return LoadOnceAsync(key, cancellation);
    }

    public void Dispose() => _slots.Dispose();

    private TimeSpan Freshness(MediaKey key) =>
        key.Path.Type.Kind == MediaKind.Segment ? options.SegmentFreshness : options.PlaylistFreshness;

    private async ValueTask<OriginResult> LoadOnceAsync(MediaKey key, CancellationToken cancellation)
    {
        // One viewer who leaves must not fail the others, so the load itself knows no request's cancellation.
        var load = _loads.GetOrAdd(key, k => new Lazy<Task<OriginResult?>>(() => LoadAsync(k)));
        return await load.Value.WaitAsync(cancellation) ?? await origin.OpenAsync(key, cancellation);
    }

    /// <summary>A result that many may share; null for a file that is too large to be kept.</summary>
    private async Task<OriginResult?> LoadAsync(MediaKey key)
    {
        await _slots.WaitAsync();
        try
        {
            var asked = clock.GetTimestamp();
            var result = await origin.OpenAsync(key, CancellationToken.None);
            if (result is OriginResult.Found found)
            {
                using (found.Content)
                {
                    return await KeepAsync(key, found.Content, asked);
                }
            }

            _cache.Remove(key);
            return result;
        }
        catch (IOException failure)
        {
            _cache.Remove(key);
            return new OriginResult.Unavailable($"{failure.GetType().Name} on reading");
        }
        finally
        {
            _loads.TryRemove(key, out _);
            _slots.Release();
        }
    }

    private async Task<OriginResult?> KeepAsync(MediaKey key, OriginContent content, long asked)
    {
        // A playlist may be replaced by one of equal length within a tick of the file system's clock, so it is always read.
        if (content.Type.Kind == MediaKind.Segment && _cache.TryGet(key, out var entry) && entry.Found.Content.ETag == content.ETag)
        {
            entry.CheckedAt = entry.UsedAt = asked;
            return entry.Found;
        }

        if (content.Length > options.MaxEntryBytes)
        {
            _cache.Remove(key);
            return null;
        }

        if (await content.ReadAllAsync() is not { } bytes)
        {
            _cache.Remove(key);
            return new OriginResult.Unavailable("the file ended early");
        }

        var found = new OriginResult.Found(new MemoryContent(content.Type, bytes, content.LastModified, content.ETag));
        _cache.Set(key, found, asked);
        return found;
    }
}
