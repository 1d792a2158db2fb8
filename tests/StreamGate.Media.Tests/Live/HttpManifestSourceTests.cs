using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using StreamGate.Media.Live;

namespace StreamGate.Media.Tests.Live;

public sealed class HttpManifestSourceTests : IDisposable
{
    private static readonly Guid Stream = Guid.Parse("0199d3a0-0000-7000-8000-000000000001");
    private readonly FakeTimeProvider _clock = new();
    private readonly Server _server = new();
    private readonly HttpClient _client;

    public HttpManifestSourceTests() => _client = new HttpClient(_server) { BaseAddress = new Uri("https://edge.example/base/") };

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task It_asks_with_HEAD_and_a_probe_token()
    {
        var seen = Assert.IsType<ManifestLook.Seen>(await Look());

        Assert.Equal("HEAD https://edge.example/base/streams/0199d3a0-0000-7000-8000-000000000001/stream.m3u8 Bearer probe", _server.Asked);
        Assert.Equal((DateTimeOffset.UnixEpoch, "\"e\"", null), (seen.LastModified, seen.ETag, seen.Ended));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, typeof(ManifestLook.Missing))]
    [InlineData(HttpStatusCode.BadGateway, typeof(ManifestLook.Unreachable))]
    [InlineData(HttpStatusCode.Forbidden, typeof(ManifestLook.Unreachable))]
    public async Task Only_404_says_that_there_is_no_manifest(HttpStatusCode status, Type expected)
    {
        _server.Status = status;
        Assert.IsType(expected, await Look());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_two_seconds_is_unreachable()
    {
        _server.Hangs = true;
        var look = Look();
        await _server.Called.Task;
        _clock.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(look.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.IsType<ManifestLook.Unreachable>(await look);
    }

    private Task<ManifestLook> Look() => new HttpManifestSource(_client, _ => "probe", _clock).LookAsync(Stream, default).AsTask();

    private sealed class Server : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        public bool Hangs { get; set; }

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        public TaskCompletionSource Called { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = $"{request.Method} {request.RequestUri} {request.Headers.Authorization}";
            Called.SetResult();
            if (Hangs)
            {
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            }

            var response = new HttpResponseMessage(Status) { Content = new ByteArrayContent([]) };
            response.Content.Headers.LastModified = DateTimeOffset.UnixEpoch;
            response.Headers.ETag = new EntityTagHeaderValue("\"e\"");
            return response;
        }
    }
}
