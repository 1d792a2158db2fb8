using StreamGate.Media.Playlists;

namespace StreamGate.Media.Tests.Playlists;

public class PlaylistFactsTests
{
    [Fact]
    public void A_playlist_has_ended_when_a_line_says_so()
    {
        Assert.True(PlaylistFacts.OfHls("#EXTM3U\r\n#EXT-X-ENDLIST\r\n"u8).IsEnded);
        Assert.True(PlaylistFacts.OfHls("#EXTM3U\n#EXT-X-ENDLIST"u8).IsEnded);
        Assert.False(PlaylistFacts.OfHls("#EXTM3U\n# not #EXT-X-ENDLIST\n#EXT-X-ENDLISTS\n"u8).IsEnded);
        Assert.False(PlaylistFacts.OfHls(""u8).IsEnded);
    }

    [Fact]
    public void The_first_variant_is_the_uri_after_the_first_stream()
    {
        Assert.Equal("a/b.m3u8", PlaylistFacts.OfHls("#EXTM3U\n\n#EXT-X-STREAM-INF:BANDWIDTH=1\n\n# c\na/b.m3u8\nc.m3u8"u8).FirstVariant);
        Assert.Null(PlaylistFacts.OfHls("#EXTM3U\n#EXTINF:2,\na.ts\n"u8).FirstVariant);
    }

    [Fact]
    public void A_dynamic_manifest_is_live()
    {
        Assert.False(PlaylistFacts.OfDash("<MPD type=\"dynamic\">"u8).IsEnded);
        Assert.True(PlaylistFacts.OfDash("<MPD type=\"static\">"u8).IsEnded);
    }
}
