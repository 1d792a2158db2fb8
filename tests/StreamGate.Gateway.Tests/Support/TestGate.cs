using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Contracts.RateLimiting;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Audit;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Composition;
using StreamGate.Gateway.Liveness;
using StreamGate.Gateway.Playback;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;
using StreamGate.Media.Live;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>The gateway's whole pipeline over fake grains, a fake catalogue and a fake clock.</summary>
public sealed class TestGate : IAsyncDisposable
{
    public const string Password = "correct horse";
    public const string ApiKey = "an-internal-api-key";

    private readonly TestFolder _folder = new();
    private readonly WebApplication _app;

    private TestGate(string environment, Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = _folder.Path });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddFakeLogging();
        var data = new DataFolder(_folder.Path);
        builder.Services.AddStreamGateOptions(data);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IGrainFactory>(Grains);
        builder.Services.AddSingleton<IEventQueries>(Catalogue);
        builder.Services.AddSingleton<ITicketQueries>(Catalogue);
        builder.Services.AddSingleton<IRevocationQueries>(Catalogue);
        builder.Services.AddSingleton<IAuditLog>(Catalogue);
        builder.Services.AddSingleton<IStreamProbe>(Streams);
        builder.Services.AddSingleton<ISessionAuthorizer, GrainSessionAuthorizer>();
        builder.Services.AddGateway(data);
        Grains.Put<IAccessTokenGrain>(Ticket);
        Grains.Put<IPlaybackSessionGrain>(Session);
        Grains.Put<IEventGrain>(Event);
        Grains.Put<IRateLimiterGrain>(Limiter);

        _app = builder.Build();
        _app.UseGateway();
        _app.MapGateway();
        _app.MapGet("/bug", () => Bug());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 18, 0, 0, TimeSpan.Zero));

    public FakeGrains Grains { get; } = new();

    public FakeTicket Ticket { get; } = new();

    public FakeSession Session { get; } = new();

    public FakeEvent Event { get; } = new();

    public FakeRateLimiter Limiter { get; } = new();

    public FakeCatalogue Catalogue { get; } = new();

    public FakeStreams Streams { get; } = new();

    public IServiceProvider Services => _app.Services;

    public IPlaybackTokens Tokens => Services.GetRequiredService<IPlaybackTokens>();

    public static async Task<TestGate> OpenAsync(string environment = "Development", params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["StreamGate:Admin:PasswordHash"] = BCrypt.Net.BCrypt.HashPassword(Password, workFactor: 4),
            ["StreamGate:Internal:ApiKey"] = ApiKey,
            ["StreamGate:Playback:SigningSecret"] = new string('s', 32),
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        var gate = new TestGate(environment, all);
        await gate._app.StartAsync();
        return gate;
    }

    /// <summary>A client whose requests come from <paramref name="from"/>.</summary>
    public HttpClient Client(bool https = false, string from = "203.0.113.7")
    {
        var server = _app.GetTestServer();
        server.BaseAddress = new Uri(https ? "https://gate.test" : "http://gate.test");
        var handler = server.CreateHandler(context => context.Connection.RemoteIpAddress = IPAddress.Parse(from));
        return new HttpClient(handler) { BaseAddress = server.BaseAddress };
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static string Bug() => throw new InvalidOperationException("a secret detail");
}
