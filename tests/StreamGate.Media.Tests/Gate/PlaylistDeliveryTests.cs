using System.Net;

namespace StreamGate.Media.Tests.Gate;

public sealed class PlaylistDeliveryTests : IAsyncLifetime
{
    private const string Vod = "#EXTM3U\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:2,\na.m4s\nhttps://cdn.example/b.m4s\n#EXT-X-ENDLIST\n";
    private const string Live = "#EXTM3U\n#EXTINF:2,\na.m4s\n";
    private readonly GateHost _gate = new();

    public async Task InitializeAsync()
    {
        await _gate.InitializeAsync();
        _gate.Root.Write("vod.m3u8", Vod);
        _gate.Root.Write("live.m3u8", Live);
        _gate.Root.Write("films/vod-master.m3u8", Master("720p/vod.m3u8?x=1"));
        _gate.Root.Write("films/720p/vod.m3u8", Vod);
        _gate.Root.Write("live-master.m3u8", Master("live.m3u8"));
        _gate.Root.Write("foreign-master.m3u8", Master("https://cdn.example/vod.m3u8"));
        _gate.Root.Write("dangling-master.m3u8", Master("missing.m3u8"));
        _gate.Root.Write("live.mpd", "<MPD type=\"dynamic\"/>");
        _gate.Root.Write("vod.mpd", "<MPD type=\"static\"/>");
    }

    public Task DisposeAsync() => _gate.DisposeAsync();

    [Theory]
    [InlineData("vod.m3u8", "header", "max-age=86400")]
    [InlineData("vod.m3u8", "query", "private, max-age=86400")]
    [InlineData("vod.m3u8", "cookie", "private, max-age=86400")]
    [InlineData("live.m3u8", "header", "no-cache, no-store")]
    [InlineData("live.m3u8", "query", "no-cache, no-store")]
    [InlineData("films/vod-master.m3u8", "header", "max-age=86400")]
    [InlineData("films/vod-master.m3u8", "query", "private, max-age=86400")]
    [InlineData("live-master.m3u8", "header", "no-cache, no-store")]
    [InlineData("foreign-master.m3u8", "header", "no-cache, no-store")]
    [InlineData("dangling-master.m3u8", "header", "no-cache, no-store")]
    [InlineData("vod.mpd", "header", "max-age=86400")]
    [InlineData("live.mpd", "header", "no-cache, no-store")]
    public async Task How_long_a_playlist_may_be_kept_is_said(string name, string way, string expected)
    {
        using var response = await Get(name, way);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Ordered(expected), Ordered(response.Headers.GetValues("Cache-Control").Single()));

        static string Ordered(string value) => string.Join(',', value.Split(", ").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("header")]
    [InlineData("cookie")]
    public async Task A_token_that_players_send_again_leaves_the_playlist_as_it_is(string way)
    {
        using var response = await Get("vod.m3u8", way);
        Assert.Equal(Vod, await response.Content.ReadAsStringAsync());
        Assert.Equal("application/vnd.apple.mpegurl", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_token_in_the_query_is_carried_onto_our_uris_only()
    {
        using var response = await Get("vod.m3u8", "query");
        var expected = Vod.Replace("init.mp4", "init.mp4?__token=" + GateHost.Token, StringComparison.Ordinal)
            .Replace("a.m4s", "a.m4s?__token=" + GateHost.Token, StringComparison.Ordinal);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(expected.Length, response.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_rewritten_playlist_has_a_validator_of_its_own()
    {
        using var plain = await Get("vod.m3u8", "header");
        using var rewritten = await Get("vod.m3u8", "query");
        Assert.NotEqual(plain.Headers.ETag, rewritten.Headers.ETag);

        var url = $"vod.m3u8?__token={GateHost.Token}";
        using var again = await _gate.Send(url, null, null, ("If-None-Match", rewritten.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var part = await _gate.Send(url, null, null, ("Range", "bytes=0-6"));
        Assert.Equal("#EXTM3U", await part.Content.ReadAsStringAsync());
        using var head = await _gate.Send(url, HttpMethod.Head, null);
        Assert.Equal(rewritten.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
    }

    private static string Master(string variant) => $"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{variant}\n";

    private Task<HttpResponseMessage> Get(string name, string way) => way switch
    {
        "header" => _gate.Send(name),
        "query" => _gate.Send($"{name}?__token={GateHost.Token}", token: null),
        _ => _gate.Send(name, null, null, ("Cookie", $"playback_session={GateHost.Token}")),
    };
}
