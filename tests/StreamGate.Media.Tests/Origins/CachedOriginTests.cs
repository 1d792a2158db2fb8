using Microsoft.Extensions.Time.Testing;
using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Origins;

public sealed class CachedOriginTests : IDisposable
{
    private readonly CountingOrigin _files = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly CachedOriginOptions _options = new() { MaxBytes = 100_000, MaxEntryBytes = 10_000 };
    private readonly CachedOrigin _cache;

    public CachedOriginTests() => _cache = new CachedOrigin(_files, _options, _clock);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_hit_within_a_second_costs_no_look_at_the_file()
    {
        _files.Put("a.ts", 1000, fill: 7);
        var first = await Found("a.ts");
        _clock.Advance(TimeSpan.FromMilliseconds(999));

        Assert.Same(first, await Found("a.ts"));
        Assert.Equal((1, 1), (_files.Opens, _files.Reads));
        Assert.All(first.Bytes!.Value.ToArray(), b => Assert.Equal(7, b));
    }

    [Fact]
    public async Task After_a_second_the_file_is_looked_at_but_read_only_if_it_changed()
    {
        _files.Put("a.ts", 1000);
        var first = await Found("a.ts");
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(first, await Found("a.ts"));
        Assert.Equal((2, 1), (_files.Opens, _files.Reads));

        _files.Put("a.ts", 1000, second: 9, fill: 3);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, (await Found("a.ts")).Bytes!.Value.Span[0]);
        Assert.Equal((3, 2), (_files.Opens, _files.Reads));
    }

    [Fact]
    public async Task A_file_that_went_away_is_forgotten_at_the_next_look()
    {
        _files.Put("a.ts", 1000);
        await Found("a.ts");
        _files.Files.Clear();
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<OriginResult.NotFound>(await Ask("a.ts"));
        Assert.Equal(0, _cache.CachedBytes);
    }

    [Fact]
    public async Task A_playlist_is_read_again_after_half_a_second_even_with_the_same_validators()
    {
        _files.Put("live.m3u8", 100, fill: 1);
        await Found("live.m3u8");
        _files.Put("live.m3u8", 100, fill: 2);
        _clock.Advance(TimeSpan.FromMilliseconds(499));
        Assert.Equal(1, (await Found("live.m3u8")).Bytes!.Value.Span[0]);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(2, (await Found("live.m3u8")).Bytes!.Value.Span[0]);
    }

    [Fact]
    public async Task Concurrent_misses_of_one_file_read_it_once()
    {
        _files.Put("a.ts", 1000);
        _files.Hold = new TaskCompletionSource();
        var asked = Enumerable.Range(0, 50).Select(_ => Found("a.ts")).ToArray();
        _files.Hold.SetResult();

        var contents = await Task.WhenAll(asked);
        Assert.Single(contents.Distinct());
        Assert.Equal((1, 1), (_files.Opens, _files.Reads));
    }

    [Fact]
    public async Task A_viewer_who_leaves_does_not_fail_the_others()
    {
        _files.Put("a.ts", 1000);
        _files.Hold = new TaskCompletionSource();
        using var leaves = new CancellationTokenSource();
        var leaver = _cache.OpenAsync(Key("a.ts"), leaves.Token).AsTask();
        var other = Found("a.ts");
        await leaves.CancelAsync();
        _files.Hold.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaver);
        Assert.Equal(1000, (await other).Length);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_passed_through_and_not_kept()
    {
        _files.Put("big.mp4", 10_001);
        var content = await Found("big.mp4");

        Assert.Null(content.Bytes);
        Assert.Equal(0, _cache.CachedBytes);
        Assert.NotSame(content, await Found("big.mp4"));
    }

    [Fact]
    public async Task The_limit_holds_and_the_least_recently_used_go()
    {
        for (var i = 0; i < 15; i++)
        {
            _files.Put($"{i}.ts", 9000);
            await Found($"{i}.ts");
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            await Found("0.ts");
            _clock.Advance(TimeSpan.FromMilliseconds(10));
            Assert.InRange(_cache.CachedBytes, 1, 100_000);
        }

        var opens = _files.Opens;
        await Found("0.ts");
        await Found("14.ts");
        Assert.Equal(opens, _files.Opens);
        await Found("1.ts");
        Assert.Equal(opens + 1, _files.Opens);
        Assert.Equal(1, _cache.CachedStreams);
    }

    [Fact]
    public async Task A_file_that_ends_early_or_fails_is_unavailable_and_not_kept()
    {
        _files.Put("a.ts", 1000);
        _files.Missing = 1;
        Assert.IsType<OriginResult.Unavailable>(await Ask("a.ts"));
        _files.FailsToRead = true;
        Assert.IsType<OriginResult.Unavailable>(await Ask("a.ts"));
        Assert.Equal(0, _cache.CachedBytes);

        _files.FailsToRead = false;
        _files.Missing = 0;
        Assert.Equal(1000, (await Found("a.ts")).Length);
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_limit_is_zero()
    {
        _options.MaxBytes = 0;
        using var cache = new CachedOrigin(_files, _options, _clock);
        _files.Put("a.ts", 10);
        Assert.IsType<OriginResult.Found>(await cache.OpenAsync(Key("a.ts"), default));
        Assert.Equal(0, cache.CachedBytes);
    }

    private static MediaKey Key(string path) => ContentPath.TryParse(path, out var p) ? new MediaKey(Guid.Empty, p) : throw new ArgumentException(path, nameof(path));

    private Task<OriginResult> Ask(string path) => _cache.OpenAsync(Key(path), default).AsTask();

    private async Task<OriginContent> Found(string path) => Assert.IsType<OriginResult.Found>(await Ask(path)).Content;
}
