using System.Text.RegularExpressions;
using StreamGate.Media.Origins;
using StreamGate.Media.Playlists;

namespace StreamGate.Media.Tests;

public class DemoStreamTests
{
    private static readonly string Folder = Path.Join(AppContext.BaseDirectory, "demo-stream");

    [Fact]
    public void It_comes_with_the_gateway_and_stays_small() =>
        Assert.InRange(Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 500_000, 2_000_000);

    [Theory]
    [InlineData("360p", "640x360")]
    [InlineData("240p", "426x240")]
    public void A_rendition_is_complete_and_its_bandwidth_is_its_peak(string name, string resolution)
    {
        var master = File.ReadAllText(Path.Join(Folder, "stream.m3u8"));
        var match = Regex.Match(master, $"BANDWIDTH=([0-9]+),RESOLUTION={resolution},CODECS=\"[^\"]+\"\n{name}/index.m3u8\n", RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.True(match.Success);

        var playlist = File.ReadAllText(Path.Join(Folder, name, "index.m3u8"));
        Assert.True(PlaylistFacts.OfHls(System.Text.Encoding.UTF8.GetBytes(playlist)).IsEnded);
        var segments = playlist.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
        Assert.Equal(15, segments.Length);
        Assert.Equal(15, playlist.Split("#EXTINF:2.000000,").Length - 1);
        Assert.All(segments, segment => Assert.True(ContentPath.TryParse($"{name}/{segment}", out _)));
        Assert.Equal(
            long.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
            segments.Max(segment => new FileInfo(Path.Join(Folder, name, segment)).Length) * 8 / 2);
    }
}
