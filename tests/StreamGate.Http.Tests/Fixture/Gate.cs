using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.TestingHost;

namespace StreamGate.Http.Tests.Fixture;

/// <summary>
/// The whole gate in this process: the real program on Kestrel, its grains, and SQLite in a folder of its own; only the clock is a fake.
/// Each caller gets an address of its own in 127.0.0.0/8, so that rate limits of one test are not another's.
/// </summary>
public class Gate : IAsyncLifetime
{
    public const string Password = "a password for tests only";
    public const string InternalKey = "an-internal-key-for-tests";
    public const string SigningSecret = "a signing secret that is for tests only, and long";

    private static readonly string PasswordHash = BCrypt.Net.BCrypt.HashPassword(Password, workFactor: 4);

    private WebApplicationFactory<Program>? _factory;
    private int _callers;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 1, 20, 0, 0, TimeSpan.Zero));

    public string Folder { get; } = Directory.CreateTempSubdirectory("streamgate-http-").FullName;

    public string Streams => Path.Combine(Folder, "streams");

    public Uri Address { get; private set; } = null!;

    public IServiceProvider Services => _factory!.Services;

    public DateTimeOffset Now => Clock.GetUtcNow();

    protected virtual string Environment => "Development";

    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal);

    public Task InitializeAsync()
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(Configure);
        _factory.UseKestrel(0);
        _factory.StartServer();
        var listening = _factory.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        Address = new Uri($"http://127.0.0.1:{BindingAddress.Parse(listening).Port.ToString(CultureInfo.InvariantCulture)}");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _factory!.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Somebody who calls from an address that nobody else calls from.</summary>
    public Caller NewCaller()
    {
        var number = Interlocked.Increment(ref _callers);
        return CallerFrom($"127.7.{number / 250}.{1 + number % 250}");
    }

    public Caller CallerFrom(string ip) => new(this, IPAddress.Parse(ip));

    /// <summary>Signs in anew, so that it works however far the clock was moved.</summary>
    public async Task<Admin> AdminAsync()
    {
        var admin = new Admin(this, NewCaller());
        await admin.SignInAsync();
        return admin;
    }

    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    private void Configure(IWebHostBuilder host)
    {
        host.UseEnvironment(Environment);
        host.UseSetting("STREAMGATE_DATA", Folder);
        host.UseSetting("PORT", "0");
        host.UseSetting("ADMIN_PASSWORD_HASH", PasswordHash);
        host.UseSetting("INTERNAL_API_KEY", InternalKey);
        host.UseSetting("PLAYBACK_SIGNING_SECRET", SigningSecret);
        foreach (var (name, value) in Settings)
        {
            host.UseSetting(name, value);
        }

        host.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.UseTimeProviderForBackgroundAreas(TimeProvider.System);
            ConfigureServices(services);
        });
    }
}
