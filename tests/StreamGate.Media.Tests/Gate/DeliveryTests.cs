using System.Globalization;
using System.Net;
using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Gate;

public sealed class DeliveryTests : IAsyncLifetime
{
    private const int CachedLength = 700_001;
    private const int StreamedLength = 3 << 20;
    private readonly GateHost _gate = new();
    private byte[] _cached = [];
    private byte[] _streamed = [];

    public async Task InitializeAsync()
    {
        await _gate.InitializeAsync();
        _cached = _gate.Root.Write("cached.ts", TempRoot.Pattern(CachedLength));
        _streamed = _gate.Root.Write("streamed.ts", TempRoot.Pattern(StreamedLength));
    }

    public Task DisposeAsync() => _gate.DisposeAsync();

    [Theory]
    [InlineData("cached.ts")]
    [InlineData("streamed.ts")]
    public async Task The_whole_file_comes_byte_for_byte_and_again(string name)
    {
        for (var i = 0; i < 2; i++)
        {
            using var response = await _gate.Send(name);
            Assert.Equal(Of(name), await response.Content.ReadAsByteArrayAsync());
            Assert.Equal(Of(name).Length, response.Content.Headers.ContentLength);
            Assert.Equal("bytes", response.Headers.AcceptRanges.ToString());
        }
    }

    [Theory]
    [InlineData("cached.ts")]
    [InlineData("streamed.ts")]
    public async Task Every_single_range_comes_byte_for_byte(string name)
    {
        var all = Of(name);
        foreach (var (from, to) in new[] { (0, 0), (1, 65_536), (262_143, 262_144), (1000, 600_000), (all.Length - 1, all.Length - 1), (0, all.Length - 1) })
        {
            using var response = await _gate.Send(name, null, GateHost.Token, ("Range", string.Create(CultureInfo.InvariantCulture, $"bytes={from}-{to}")));
            Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
            Assert.Equal($"bytes {from}-{to}/{all.Length}", response.Content.Headers.ContentRange!.ToString());
            Assert.Equal(all[from..(to + 1)], await response.Content.ReadAsByteArrayAsync());
        }

        using var tail = await _gate.Send(name, null, GateHost.Token, ("Range", "bytes=-7"));
        Assert.Equal(all[^7..], await tail.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_range_beyond_the_file_is_416_with_its_length()
    {
        using var response = await _gate.Send("cached.ts", null, GateHost.Token, ("Range", $"bytes={CachedLength}-"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal($"bytes */{CachedLength}", response.Content.Headers.ContentRange!.ToString());
        Assert.True(response.Content.Headers.ContentLength < 500);
    }

    [Theory]
    [InlineData("bytes=0-1,5-6")]
    [InlineData("bytes=x")]
    public async Task Several_or_malformed_ranges_get_the_whole_file(string range)
    {
        using var response = await _gate.Send("cached.ts", null, GateHost.Token, ("Range", range));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(CachedLength, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task If_Range_gives_the_part_only_of_the_same_version()
    {
        using var first = await _gate.Send("cached.ts");
        var etag = first.Headers.ETag!.ToString();
        var date = first.Content.Headers.GetValues("Last-Modified").Single();
        foreach (var (validator, status) in new[]
        {
            (etag, HttpStatusCode.PartialContent), (date, HttpStatusCode.PartialContent),
            ("\"other\"", HttpStatusCode.OK), ("W/" + etag, HttpStatusCode.OK), ("Mon, 01 Jan 2024 00:00:00 GMT", HttpStatusCode.OK),
        })
        {
            using var response = await _gate.Send("cached.ts", null, GateHost.Token, ("Range", "bytes=0-9"), ("If-Range", validator));
            Assert.Equal(status, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_current_copy_gets_304_without_a_body()
    {
        using var first = await _gate.Send("cached.ts");
        var etag = first.Headers.ETag!.ToString();
        var date = first.Content.Headers.GetValues("Last-Modified").Single();
        foreach (var condition in new[]
        {
            ("If-None-Match", etag), ("If-None-Match", "W/" + etag), ("If-None-Match", "\"x\", " + etag), ("If-None-Match", "*"), ("If-Modified-Since", date),
        })
        {
            using var response = await _gate.Send("cached.ts", null, GateHost.Token, condition);
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.Equal(etag, response.Headers.ETag!.ToString());
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task An_old_copy_gets_the_file_and_If_None_Match_outranks_the_date()
    {
        using var first = await _gate.Send("cached.ts");
        var date = first.Content.Headers.GetValues("Last-Modified").Single();
        using var other = await _gate.Send("cached.ts", null, GateHost.Token, ("If-None-Match", "\"x\""), ("If-Modified-Since", date));
        using var older = await _gate.Send("cached.ts", null, GateHost.Token, ("If-Modified-Since", "Mon, 01 Jan 2024 00:00:00 GMT"));
        using var junk = await _gate.Send("cached.ts", null, GateHost.Token, ("If-None-Match", "junk"), ("If-Modified-Since", "junk"));
        Assert.All([other, older, junk], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
    }

    [Theory]
    [InlineData("cached.ts")]
    [InlineData("streamed.ts")]
    public async Task HEAD_has_the_header_fields_of_GET_and_no_body(string name)
    {
        using var get = await _gate.Send(name);
        using var head = await _gate.Send(name, HttpMethod.Head, GateHost.Token, ("Range", "bytes=0-1"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(Fields(get), Fields(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());

        static string Fields(HttpResponseMessage response) =>
            string.Join('\n', response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(',', h.Value)}"));
    }

    [Fact]
    public async Task A_replaced_file_is_served_with_a_new_ETag()
    {
        using var first = await _gate.Send("cached.ts");
        var bytes = _gate.Root.Write("cached.ts", TempRoot.Pattern(10));
        using var second = await _gate.Send("cached.ts");
        Assert.Equal(bytes, await second.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_stream_root_that_vanished_is_502()
    {
        Directory.Move(_gate.Root.Root, _gate.Root.Outside("unplugged"));
        using var response = await _gate.Send("cached.ts");
        await AccessTests.AssertProblem(response, HttpStatusCode.BadGateway, "Stream source unavailable");
        Assert.Contains(_gate.Logs.GetSnapshot(), line => line.Message.Contains("the stream root is missing", StringComparison.Ordinal));
    }

    private byte[] Of(string name) => name == "cached.ts" ? _cached : _streamed;
}
