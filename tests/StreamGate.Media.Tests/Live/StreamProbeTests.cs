using Microsoft.Extensions.Time.Testing;
using StreamGate.Media.Live;

namespace StreamGate.Media.Tests.Live;

public class StreamProbeTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    private readonly Manifests _manifests = new();
    private readonly StreamProbe _probe;

    public StreamProbeTests() => _probe = new StreamProbe(_manifests, _clock);

    [Theory]
    [InlineData(29, StreamLiveness.Live)]
    [InlineData(30, StreamLiveness.Idle)]
    public async Task A_manifest_modified_within_30_seconds_is_live(int age, StreamLiveness expected)
    {
        _manifests.Look = new ManifestLook.Seen(_clock.GetUtcNow().AddSeconds(-age), "a", Ended: false);
        Assert.Equal(expected, await Probe());
    }

    [Fact]
    public async Task A_changing_ETag_is_live_until_30_seconds_after_the_change()
    {
        Assert.Equal(StreamLiveness.Idle, await See("a"));
        Assert.Equal(StreamLiveness.Live, await See("b"));
        Assert.Equal(StreamLiveness.Live, await See("b"));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(StreamLiveness.Idle, await See("b"));

        async Task<StreamLiveness> See(string etag)
        {
            _manifests.Look = new ManifestLook.Seen(null, etag, Ended: false);
            _clock.Advance(TimeSpan.FromSeconds(5));
            return await Probe();
        }
    }

    [Fact]
    public async Task A_manifest_that_has_ended_is_finished_however_young()
    {
        _manifests.Look = new ManifestLook.Seen(_clock.GetUtcNow(), "a", Ended: true);
        Assert.Equal(StreamLiveness.Finished, await Probe());
    }

    [Theory]
    [InlineData(29, StreamLiveness.Live)]
    [InlineData(30, StreamLiveness.Failed)]
    public async Task Of_a_manifest_whose_content_was_not_seen_only_a_recent_change_tells_anything(int age, StreamLiveness expected)
    {
        _manifests.Look = new ManifestLook.Seen(_clock.GetUtcNow().AddSeconds(-age), "a", Ended: null);
        Assert.Equal(expected, await Probe());
    }

    [Fact]
    public async Task A_missing_manifest_is_missing_and_an_unreachable_one_a_failure()
    {
        _manifests.Look = new ManifestLook.Missing();
        Assert.Equal(StreamLiveness.Missing, await Probe());
        _clock.Advance(TimeSpan.FromSeconds(5));
        _manifests.Look = new ManifestLook.Unreachable();
        Assert.Equal(StreamLiveness.Failed, await Probe());
    }

    [Fact]
    public async Task An_answer_serves_all_askers_for_five_seconds()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Probe()));
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        await Probe();
        Assert.Equal(1, _manifests.Looks);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        await Probe();
        Assert.Equal(2, _manifests.Looks);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_three_seconds_for_a_look_that_hangs()
    {
        _manifests.Hangs = true;
        var probe = Probe();
        _clock.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(probe.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(StreamLiveness.Failed, await probe);
    }

    [Fact]
    public async Task The_stream_asked_about_longest_ago_is_forgotten_first()
    {
        await Probe(0);
        for (var i = 1; i <= StreamProbe.MaxStreams; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            await Probe(i);
        }

        var looks = _manifests.Looks;
        await Probe(StreamProbe.MaxStreams);
        await Probe(1);
        Assert.Equal(looks, _manifests.Looks);
        await Probe(0);
        Assert.Equal(looks + 1, _manifests.Looks);
    }

    private Task<StreamLiveness> Probe(int stream = 0) => _probe.ProbeAsync(new Guid(stream, 0, 0, new byte[8]), default).AsTask();

    private sealed class Manifests : IManifestSource
    {
        private int _looks;

        public int Looks => _looks;

        public ManifestLook Look { get; set; } = new ManifestLook.Missing();

        public bool Hangs { get; set; }

        public ValueTask<ManifestLook> LookAsync(Guid stream, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _looks);
            return Hangs ? new(new TaskCompletionSource<ManifestLook>().Task) : new(Look);
        }
    }
}
