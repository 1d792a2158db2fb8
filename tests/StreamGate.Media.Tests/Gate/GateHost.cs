using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Gateway.Media;
using StreamGate.Gateway.Playback;
using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Gate;

/// <summary>The media gate on a real Kestrel with fake tokens and sessions, over a temporary stream root.</summary>
public sealed class GateHost : IAsyncLifetime
{
    public const string Token = "aaa.bbb.ccc";
    public const string ProbeToken = "ppp.ppp.ppp";
    public const string OtherEventsToken = "ooo.ooo.ooo";
    public const string AllowedOrigin = "https://watch.example.com";

    private WebApplication? _app;

    public TempRoot Root { get; } = new();

    public FakeTokens Tokens { get; } = new();

    public FakeAuthorizer Authorizer { get; } = new();

    public FakeLogCollector Logs { get; private set; } = null!;

    /// <summary>Takes the local origin's place when set before the start.</summary>
    public IOrigin? Origin { get; set; }

    public HttpClient Client { get; private set; } = null!;

    public string Base => $"/streams/{Root.Stream:D}/";

    public async Task InitializeAsync()
    {
        var id = new Contracts.Ids.EventId(Root.Stream);
        var other = new Contracts.Ids.EventId(Guid.Parse("0199d3a0-0000-7000-8000-000000000002"));
        Tokens.Known[Token] = Verified(id, probe: false);
        Tokens.Known[ProbeToken] = Verified(id, probe: true);
        Tokens.Known[OtherEventsToken] = Verified(other, probe: false);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrelForMedia().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddFilter("StreamGate", LogLevel.Trace).AddFakeLogging();
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<IPlaybackTokens>(Tokens).AddSingleton<ISessionAuthorizer>(Authorizer);
        if (Origin is not null)
        {
            builder.Services.AddSingleton(Origin);
        }

        builder.Services.AddMediaGate(options =>
        {
            options.StreamRoot = Root.Root;
            options.AllowedOrigin = "https://Watch.Example.com:443"; // as an operator may write it
            options.Cache.MaxEntryBytes = 2 << 20;
            options.Cache.PlaylistFreshness = TimeSpan.Zero;
            options.Cache.SegmentFreshness = TimeSpan.Zero;
        });
        _app = builder.Build();
        _app.UseMediaGate();
        _app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        });
        await _app.StartAsync();
        Logs = _app.Services.GetFakeLogCollector();
        Client = new HttpClient { BaseAddress = new Uri(Address) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Root.Dispose();
    }

    private string Address => _app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public string Authority => new Uri(Address).Authority;

    /// <param name="path">Below the event's folder, or from the root when it starts with a slash.</param>
    public async Task<HttpResponseMessage> Send(string path, HttpMethod? method = null, string? token = Token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path.StartsWith('/') ? path : Base + path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        foreach (var (name, value) in headers)
        {
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        return await Client.SendAsync(request);
    }

    /// <summary>Sends a request target that no client library would let through; answers all that came back.</summary>
    public async Task<string> SendRaw(string target, string? token = Token)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPEndPoint.Parse(Authority));
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: {Authority}\r\n{authorization}Connection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    private static VerifiedToken Verified(Contracts.Ids.EventId id, bool probe)
    {
        Assert.True(TicketCode.TryParse("Abcdefghijk1", out var code));
        var claims = new SessionClaims(code.Key, id, new SessionId(Guid.Empty));
        return new VerifiedToken(code, claims, $"/streams/{id}/", probe, DateTimeOffset.MaxValue);
    }
}
