using System.Text;
using CsCheck;
using StreamGate.Media.Playlists;

namespace StreamGate.Media.Tests.Playlists;

public class PlaylistTokensTests
{
    [Fact]
    public void A_master_playlist_carries_the_token_onto_every_uri()
    {
        const string playlist = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-SESSION-DATA:DATA-ID="a.b",URI="data.json"
            #EXT-X-SESSION-KEY:METHOD=AES-128,URI="key?id=1"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x, URI=y",URI="audio/index.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="avc1.4d401f,mp4a.40.2"
            360p/index.m3u8

            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="iframes.m3u8"
            """;
        const string expected = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-SESSION-DATA:DATA-ID="a.b",URI="data.json?__token=T"
            #EXT-X-SESSION-KEY:METHOD=AES-128,URI="key?id=1&__token=T"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x, URI=y",URI="audio/index.m3u8?__token=T"
            #EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="avc1.4d401f,mp4a.40.2"
            360p/index.m3u8?__token=T

            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="iframes.m3u8?__token=T"
            """;
        Assert.Equal(expected, Carry(playlist));
    }

    [Fact]
    public void A_media_playlist_carries_the_token_onto_every_uri()
    {
        const string playlist = """
            #EXTM3U
            #EXT-X-MAP:URI="init.mp4",BYTERANGE="10@0"
            #EXT-X-KEY:METHOD=AES-128,URI="/api/hls/keys/1",IV=0x01
            # a comment with URI="x"
            #EXTINF:2.0,a title,URI="x"
            segment.m4s#t=1
            #EXT-X-PART:DURATION=0.3,URI="part.m4s",INDEPENDENT=YES
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="next.m4s"
            #EXT-X-RENDITION-REPORT:URI="../240p/index.m3u8",LAST-MSN=1
            #EXT-X-DATERANGE:ID="x",X-ASSET-URI="ad.m3u8"
            #EXT-X-ENDLIST
            """;
        const string expected = """
            #EXTM3U
            #EXT-X-MAP:URI="init.mp4?__token=T",BYTERANGE="10@0"
            #EXT-X-KEY:METHOD=AES-128,URI="/api/hls/keys/1?__token=T",IV=0x01
            # a comment with URI="x"
            #EXTINF:2.0,a title,URI="x"
            segment.m4s?__token=T#t=1
            #EXT-X-PART:DURATION=0.3,URI="part.m4s?__token=T",INDEPENDENT=YES
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="next.m4s?__token=T"
            #EXT-X-RENDITION-REPORT:URI="../240p/index.m3u8?__token=T",LAST-MSN=1
            #EXT-X-DATERANGE:ID="x",X-ASSET-URI="ad.m3u8"
            #EXT-X-ENDLIST
            """;
        Assert.Equal(expected, Carry(playlist));
    }

    [Theory]
    [InlineData("a.ts", "a.ts?__token=T")]
    [InlineData("a.ts\r\n\r\nb.ts\r\n", "a.ts?__token=T\r\n\r\nb.ts?__token=T\r\n")]
    [InlineData("a.ts?x=1#f", "a.ts?x=1&__token=T#f")]
    [InlineData("#f", "#f")]
    [InlineData("my segment.ts ", "my segment.ts?__token=T ")]
    [InlineData("dir/a:b.ts", "dir/a:b.ts?__token=T")]
    [InlineData("/streams/x/a.ts", "/streams/x/a.ts?__token=T")]
    [InlineData("https://gate.example:8443/a.ts", "https://gate.example:8443/a.ts?__token=T")]
    [InlineData("HTTPS://GATE.example:8443", "HTTPS://GATE.example:8443?__token=T")]
    [InlineData("//gate.example:8443/a.ts", "//gate.example:8443/a.ts?__token=T")]
    [InlineData("\uFEFF#EXTM3U\na.ts", "\uFEFF#EXTM3U\na.ts?__token=T")]
    [InlineData("#EXT-X-MAP:URI=\"a.mp4", "#EXT-X-MAP:URI=\"a.mp4")]
    [InlineData("#EXT-X-MAP:URI=\"\"", "#EXT-X-MAP:URI=\"\"")]
    public void Queries_fragments_and_line_endings_are_kept(string playlist, string expected) => Assert.Equal(expected, Carry(playlist));

    [Theory]
    [InlineData("https://evil.example/a.ts")]
    [InlineData("http://gate.example:8443/a.ts")]
    [InlineData("https://gate.example/a.ts")]
    [InlineData("https://gate.example:8443.evil/a.ts")]
    [InlineData("https://gate.example:8443@evil.example/a.ts")]
    [InlineData("https:evil.ts")]
    [InlineData(" https://evil.example/a.ts")]
    [InlineData("//evil.example/a.ts")]
    [InlineData("/\\evil.example/a.ts")]
    [InlineData("\\\\evil.example/a.ts")]
    [InlineData("/\t/evil.example/a.ts")]
    [InlineData("\u0001//evil.example/a.ts")]
    [InlineData("{$cdn}/a.ts")]
    [InlineData("data:text/plain,x")]
    [InlineData("skd://key")]
    [InlineData("a:b.ts")]
    public void The_token_never_goes_to_another_host(string uri)
    {
        Assert.Equal(uri + "\n", Carry(uri + "\n"));
        Assert.Equal($"#EXT-X-KEY:URI=\"{uri}\"\n", Carry($"#EXT-X-KEY:URI=\"{uri}\"\n"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_kept()
    {
        byte[] playlist = [.. "#EXTM3U\n#"u8, 0xFF, 0xFE, .. "\na"u8, 0xC3, .. ".ts\n"u8];
        byte[] expected = [.. "#EXTM3U\n#"u8, 0xFF, 0xFE, .. "\na"u8, 0xC3, .. ".ts?__token=T\n"u8];
        Assert.Equal(expected, PlaylistTokens.Carry(playlist, "T", "https", "gate.example:8443"));
    }

    [Fact]
    public void Taking_the_token_out_again_gives_the_playlist_back()
    {
        var piece = Gen.OneOf<string>(
            Gen.String,
            Gen.OneOf<string>("\n", "\r\n", "#EXT-X-KEY:", "URI=\"", "\"", ",", "=", "?", "#", "//", "http://x/", "a.ts", "#EXTINF:1,", "\uFEFF"));
        piece.Array[0, 20].Select(string.Concat).Sample(
            text =>
            {
                var playlist = Encoding.UTF8.GetBytes(text);
                var carried = Encoding.UTF8.GetString(PlaylistTokens.Carry(playlist, "TTTT", "https", "gate.example"));
                var back = carried.Replace("?__token=TTTT", "", StringComparison.Ordinal).Replace("&__token=TTTT", "", StringComparison.Ordinal);
                Assert.Equal(Encoding.UTF8.GetString(playlist), back);
                Assert.Equal(text.Count(c => c == '\n'), carried.Count(c => c == '\n'));
            },
            iter: 5000);
    }

    private static string Carry(string playlist) =>
        Encoding.UTF8.GetString(PlaylistTokens.Carry(Encoding.UTF8.GetBytes(playlist), "T", "https", "gate.example:8443"));
}
