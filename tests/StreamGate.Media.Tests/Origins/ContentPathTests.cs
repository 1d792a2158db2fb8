using CsCheck;
using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Origins;

public class ContentPathTests
{
    [Theory]
    [InlineData("stream.m3u8", "application/vnd.apple.mpegurl", MediaKind.Playlist)]
    [InlineData("360p/segment003.m4s", "video/iso.segment", MediaKind.Segment)]
    [InlineData("a/b/c/d.TS", "video/mp2t", MediaKind.Segment)]
    [InlineData("manifest.mpd", "application/dash+xml", MediaKind.Manifest)]
    [InlineData("with space/ünï.mp4", "video/mp4", MediaKind.Segment)]
    [InlineData("a...b.ts", "video/mp2t", MediaKind.Segment)]
    [InlineData("subs.vtt", "text/vtt", MediaKind.Segment)]
    public void A_plain_path_is_accepted_with_its_type(string text, string contentType, MediaKind kind)
    {
        Assert.True(ContentPath.TryParse(text, out var path));
        Assert.Equal((text, contentType, kind), (path.Value, path.Type.ContentType, path.Type.Kind));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/a.ts")]
    [InlineData("a//b.ts")]
    [InlineData("a/")]
    [InlineData("a.ts/")]
    [InlineData("../a.ts")]
    [InlineData("a/../b.ts")]
    [InlineData("./a.ts")]
    [InlineData("a/./b.ts")]
    [InlineData("a\\b.ts")]
    [InlineData("..\\a.ts")]
    [InlineData("%2e%2e/a.ts")]
    [InlineData("a%00.ts")]
    [InlineData("a\0.ts")]
    [InlineData("a\n.ts")]
    [InlineData("a\u0085.ts")]
    [InlineData("C:/a.ts")]
    [InlineData("C:a.ts")]
    [InlineData("a.ts.")]
    [InlineData(".hidden.ts")]
    [InlineData(".git/a.ts")]
    [InlineData("a./b.ts")]
    [InlineData("a.key")]
    [InlineData("a.m3u8.bak")]
    [InlineData("a")]
    [InlineData("appsettings.json")]
    [InlineData("a.ts::$DATA")]
    public void Anything_else_is_refused(string? text) => Assert.False(ContentPath.TryParse(text, out _));

    [Fact]
    public void A_path_of_512_characters_is_the_longest()
    {
        Assert.True(ContentPath.TryParse(new string('a', 509) + ".ts", out _));
        Assert.False(ContentPath.TryParse(new string('a', 510) + ".ts", out _));
    }

    [Fact]
    public void No_string_escapes_the_root_and_none_throws()
    {
        var piece = Gen.OneOf<string>(
            Gen.String,
            Gen.OneOf<string>("..", ".", "/", "//", "\\", "%2e", "%", "\0", "a", ".ts", ".m3u8", "C:", "~", "\u202e", "\ud800", "é", "stream"));
        piece.Array[0, 8].Select(string.Concat).Select(Gen.OneOf<string>("", ".ts", ".m3u8", "/a.m4s"), string.Concat).Sample(
            text =>
            {
                if (!ContentPath.TryParse(text, out var path))
                {
                    return;
                }

                var full = Path.GetFullPath(Path.Join("/root/stream", path.Value));
                Assert.StartsWith("/root/stream/", full, StringComparison.Ordinal);
                Assert.Equal("/root/stream/" + path.Value, full);
                Assert.NotNull(MediaTypes.Of(full));
            },
            iter: 20_000);
    }
}
