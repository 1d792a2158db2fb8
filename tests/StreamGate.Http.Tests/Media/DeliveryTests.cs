using System.Text.RegularExpressions;

namespace StreamGate.Http.Tests.Media;

/// <summary>How media is delivered: types, caching, ranges, conditions, and playlists that carry the token on.</summary>
public sealed partial class DeliveryTests(Gate gate) : IClassFixture<Gate>
{
    private const string TokenStart = "?__token=ey";

    [Fact]
    public async Task With_the_token_in_the_query_every_uri_of_every_playlist_opens_by_itself()
    {
        var watching = await WatchAsync(LiveStream.PutDemo);
        var caller = gate.NewCaller();
        var todo = new Queue<Uri>([new Uri(gate.Address, $"{watching.Playlist}?__token={watching.Token}")]);
        var seen = new HashSet<Uri>();

        while (todo.TryDequeue(out var address))
        {
            if (!seen.Add(address))
            {
                continue;
            }

            var answer = await caller.GetAsync(address.PathAndQuery);
            Assert.True(answer.Status == 200 && answer.Bytes.Length > 0, address.AbsolutePath);
            foreach (var child in address.AbsolutePath.EndsWith(".m3u8", StringComparison.Ordinal) ? UrisIn(answer.Text) : [])
            {
                Assert.Contains(TokenStart, child, StringComparison.Ordinal);
                todo.Enqueue(new Uri(address, child));
            }
        }

        Assert.Equal(1 + (2 * (1 + 1 + 15)), seen.Count);
    }

    [Fact]
    public async Task With_the_token_in_the_header_playlists_are_as_they_were_written()
    {
        var watching = await WatchAsync(LiveStream.PutDemo);

        var answer = await watching.PlayAsync();

        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(gate.Streams, watching.Playlist.Split('/')[2], "stream.m3u8")), answer.Bytes);
    }

    [Fact]
    public async Task A_token_is_not_carried_to_other_hosts()
    {
        var watching = await WatchAsync((host, id) => LiveStream.WriteFile(
            host, id, "stream.m3u8", "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"https://keys.example.org/k\"\n#EXTINF:2,\nhttps://cdn.example.org/a.ts\n#EXTINF:2,\nb.ts?x=1\n"));

        var answer = await gate.NewCaller().GetAsync($"{watching.Playlist}?__token={watching.Token}");

        Assert.Contains("\"https://keys.example.org/k\"\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\nhttps://cdn.example.org/a.ts\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"\nb.ts?x=1&__token={watching.Token}\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Playlists_that_grow_are_kept_by_nobody_and_finished_ones_for_a_day()
    {
        var live = await (await WatchAsync(LiveStream.Put)).PlayAsync();
        var finished = await (await WatchAsync(LiveStream.PutFinished)).PlayAsync();

        Assert.Contains("no-cache", live.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("no-store", live.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Contains("max-age=86400", finished.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("application/vnd.apple.mpegurl", finished.Header("Content-Type"));
    }

    [Fact]
    public async Task Segments_never_change()
    {
        var (segment, watching) = await SegmentAsync();

        var answer = await watching.Caller.GetAsync(segment, watching.Token);

        Assert.Contains("immutable", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("bytes", answer.Header("Accept-Ranges"));
    }

    [Theory]
    [InlineData("bytes=0-2", 206, "the", "bytes 0-2/22")]
    [InlineData("bytes=4-", 206, "bytes of a segment", "bytes 4-21/22")]
    [InlineData("bytes=-7", 206, "segment", "bytes 15-21/22")]
    [InlineData("bytes=0-999", 206, "the bytes of a segment", "bytes 0-21/22")]
    [InlineData("bytes=5-2", 200, "the bytes of a segment", null)]
    [InlineData("lines=0-2", 200, "the bytes of a segment", null)]
    public async Task Ranges_work(string range, int status, string text, string? contentRange)
    {
        var (segment, watching) = await SegmentAsync();

        var answer = await watching.Caller.GetAsync(segment, watching.Token, ("Range", range));

        Assert.Equal((status, text, contentRange), (answer.Status, answer.Text, answer.Header("Content-Range")));
    }

    [Fact]
    public async Task A_range_outside_the_file_is_told_its_length()
    {
        var (segment, watching) = await SegmentAsync();

        var answer = await watching.Caller.GetAsync(segment, watching.Token, ("Range", "bytes=22-"));

        Assert.Equal((416, "bytes */22"), (answer.Status, answer.Header("Content-Range")));
    }

    [Fact]
    public async Task A_copy_that_is_current_is_not_sent_again()
    {
        var (segment, watching) = await SegmentAsync();
        var first = await watching.Caller.GetAsync(segment, watching.Token);

        var byTag = await watching.Caller.GetAsync(segment, watching.Token, ("If-None-Match", first.Header("ETag")!));
        var byTime = await watching.Caller.GetAsync(segment, watching.Token, ("If-Modified-Since", first.Header("Last-Modified")!));
        var other = await watching.Caller.GetAsync(segment, watching.Token, ("If-None-Match", "\"other\""));

        Assert.Equal((304, 0), (byTag.Status, byTag.Bytes.Length));
        Assert.Equal((304, 0), (byTime.Status, byTime.Bytes.Length));
        Assert.Equal(200, other.Status);
    }

    [Fact]
    public async Task Head_tells_what_get_would_send()
    {
        var (segment, watching) = await SegmentAsync();
        var get = await watching.Caller.GetAsync(segment, watching.Token);

        var head = await watching.Caller.SendAsync(HttpMethod.Head, segment, watching.Token);

        Assert.Equal((200, 0), (head.Status, head.Bytes.Length));
        Assert.Equal((get.Header("Content-Length"), get.Header("ETag"), get.Header("Content-Type")), (head.Header("Content-Length"), head.Header("ETag"), head.Header("Content-Type")));
    }

    [Fact]
    public async Task A_validator_of_a_shut_out_viewer_gets_no_304()
    {
        var (segment, watching) = await SegmentAsync();
        var tag = (await watching.Caller.GetAsync(segment, watching.Token)).Header("ETag")!;
        await watching.ReleaseAsync();

        (await watching.Caller.GetAsync(segment, watching.Token, ("If-None-Match", tag))).IsProblem(403, "Access denied");
    }

    private static IEnumerable<string> UrisIn(string playlist) =>
        playlist.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Concat(UriAttribute().Matches(playlist).Select(match => match.Groups["uri"].Value));

    private async Task<(string Segment, Watching Watching)> SegmentAsync()
    {
        var watching = await WatchAsync(LiveStream.PutFinished);
        return (watching.Playlist.Replace("stream.m3u8", "segment0.m4s", StringComparison.Ordinal), watching);
    }

    private async Task<Watching> WatchAsync(Action<Gate, string> put)
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        put(gate, ticket.Event);
        return await gate.NewCaller().WatchAsync(ticket.Code);
    }

    [GeneratedRegex("URI=\"(?<uri>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex UriAttribute();
}
