using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Origins;

/// <summary>An origin that counts what it is asked and can be held.</summary>
public sealed class CountingOrigin : IOrigin
{
    private int _opens;
    private int _reads;

    public int Opens => _opens;

    public int Reads => _reads;

    public TaskCompletionSource? Hold { get; set; }

    public Dictionary<string, (byte[] Bytes, DateTimeOffset Modified)> Files { get; } = [];

    /// <summary>How many bytes less than promised a file has.</summary>
    public int Missing { get; set; }

    public bool FailsToRead { get; set; }

    public void Put(string path, int length, int second = 0, byte fill = 0) =>
        Files[path] = (Enumerable.Repeat(fill, length).ToArray(), new DateTimeOffset(2026, 1, 1, 0, 0, second, TimeSpan.Zero));

    public async ValueTask<OriginResult> OpenAsync(MediaKey key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _opens);
        await (Hold?.Task ?? Task.CompletedTask);
        return Files.TryGetValue(key.Path.Value, out var file)
            ? new OriginResult.Found(new Content(this, key.Path.Type, file.Bytes, file.Modified))
            : OriginResult.NotFound.Instance;
    }

    private sealed class Content(CountingOrigin owner, MediaType type, byte[] bytes, DateTimeOffset modified) : OriginContent(type, bytes.Length, modified)
    {
        public override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellation)
        {
            if (owner.FailsToRead)
            {
                throw new IOException("broken disk");
            }

            if (offset == 0)
            {
                Interlocked.Increment(ref owner._reads);
            }

            var count = (int)Math.Min(buffer.Length, Math.Max(0, bytes.Length - owner.Missing - offset));
            bytes.AsSpan((int)offset, count).CopyTo(buffer.Span);
            return new(count);
        }
    }
}
