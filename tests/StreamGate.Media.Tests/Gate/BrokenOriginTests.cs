using System.Net;
using StreamGate.Media.Tests.Origins;

namespace StreamGate.Media.Tests.Gate;

public sealed class BrokenOriginTests : IAsyncLifetime
{
    private readonly CountingOrigin _files = new();
    private readonly GateHost _gate;

    public BrokenOriginTests()
    {
        _gate = new GateHost { Origin = _files };
        _files.Put("a.ts", 200_000);
        _files.Put("stream.m3u8", 1000);
        _files.Put("huge.m3u8", 9 << 20);
    }

    public Task InitializeAsync() => _gate.InitializeAsync();

    public Task DisposeAsync() => _gate.DisposeAsync();

    [Theory]
    [InlineData("a.ts")]
    [InlineData("stream.m3u8")]
    public async Task A_file_that_cannot_be_read_is_502(string name)
    {
        _files.FailsToRead = true;
        using var response = await _gate.Send(name);
        await AccessTests.AssertProblem(response, HttpStatusCode.BadGateway, "Stream source unavailable");
    }

    [Fact]
    public async Task A_file_that_vanished_before_its_first_byte_is_502_even_for_a_range()
    {
        _files.Missing = 200_000;
        using var response = await _gate.Send("a.ts", null, GateHost.Token, ("Range", "bytes=5-9"));
        await AccessTests.AssertProblem(response, HttpStatusCode.BadGateway, "Stream source unavailable");
        Assert.Null(response.Content.Headers.ContentRange);
    }

    [Fact]
    public async Task A_file_cut_short_under_way_breaks_the_connection()
    {
        _files.Missing = 10;
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => _gate.Send("a.ts"));
    }

    [Fact]
    public async Task A_playlist_too_large_to_look_into_is_502()
    {
        using var response = await _gate.Send("huge.m3u8");
        await AccessTests.AssertProblem(response, HttpStatusCode.BadGateway, "Stream source unavailable");
    }
}
