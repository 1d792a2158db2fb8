using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Tests.Hosting;

public sealed class OptionsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Playback:SigningSecret", "1234567890123456789012345678901", "PLAYBACK_SIGNING_SECRET")]
    [InlineData("Playback:PreviousSigningSecret", "short", "PreviousSigningSecret")]
    [InlineData("Playback:SessionTimeoutSeconds", "4", "SESSION_TIMEOUT_SECONDS")]
    [InlineData("Admin:PasswordHash", "letmein", "ADMIN_PASSWORD_HASH")]
    [InlineData("Internal:ApiKey", "short", "INTERNAL_API_KEY")]
    [InlineData("Http:Port", "65536", "PORT")]
    [InlineData("Http:PlaybackBaseUrl", "javascript:alert(1)", "HLS_SERVER_BASE_URL")]
    [InlineData("Http:PlatformUrl", "tickets.example.org", "PLATFORM_APP_URL")]
    [InlineData("Http:CorsAllowedOrigin", "*", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:CorsAllowedOrigin", "https://tickets.example.org/", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:CorsAllowedOrigin", "https://tickets.example.org/app", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:CorsAllowedOrigin", "https://user@tickets.example.org", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:CorsAllowedOrigin", "https://*.example.org", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:CorsAllowedOrigin", "ftp://tickets.example.org", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:CorsAllowedOrigin", "tickets.example.org", "CORS_ALLOWED_ORIGIN")]
    [InlineData("Http:TrustedProxies:0", "my-proxy", "TrustedProxies")]
    [InlineData("Media:MemoryCacheMegabytes", "-1", "MemoryCacheMegabytes")]
    [InlineData("RateLimiting:ValidatePerMinute", "0", "ValidatePerMinute")]
    public void A_bad_setting_is_refused_by_name_and_without_its_value(string setting, string value, string named)
    {
        var services = Services((setting, value));

        var refused = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        var paragraph = StartupFailure.Explain(refused);
        Assert.Contains(named, paragraph, StringComparison.Ordinal);
        Assert.DoesNotContain($"'{value}'", paragraph, StringComparison.Ordinal);
        Assert.DoesNotContain("1234567890", paragraph, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://tickets.example.org", "https://tickets.example.org")]
    [InlineData("HTTPS://Tickets.Example.ORG:443", "https://tickets.example.org")]
    [InlineData("http://localhost:5173", "http://localhost:5173")]
    [InlineData("http://[::1]:5173", "http://[::1]:5173")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    public void An_origin_is_compared_as_browsers_write_it(string given, string sent) =>
        Assert.Equal(sent, HttpOriginAttribute.Canonical(given));

    [Fact]
    public void A_setting_of_the_wrong_type_is_told_by_name()
    {
        var services = Services(("Http:Port", "three thousand"));

        var refused = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("StreamGate:Http:Port", StartupFailure.Explain(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void With_nothing_set_secrets_are_drawn_once_and_read_again_later()
    {
        var first = Services();
        first.GetRequiredService<IStartupValidator>().Validate();
        var second = Services();

        Assert.Equal(64, Value<PlaybackOptions>(first).SigningSecret.Length);
        Assert.Equal(Value<PlaybackOptions>(first).SigningSecret, Value<PlaybackOptions>(second).SigningSecret);
        Assert.Equal(Value<InternalOptions>(first).ApiKey, Value<InternalOptions>(second).ApiKey);
        Assert.Equal(Value<AdminOptions>(first).PasswordHash, Value<AdminOptions>(second).PasswordHash);
        Assert.Equal(Path.Combine(_folder.Path, "streams"), Value<MediaOptions>(first).StreamRoot);
    }

    [Fact]
    public void A_given_secret_wins_over_the_file_and_draws_none()
    {
        var given = new string('g', 40);

        Assert.Equal(given, Value<PlaybackOptions>(Services(("Playback:SigningSecret", given))).SigningSecret);
        Assert.False(File.Exists(Path.Combine(_folder.Path, "secrets", "signing-secret")));
    }

    private static T Value<T>(IServiceProvider services)
        where T : class => services.GetRequiredService<IOptions<T>>().Value;

    private ServiceProvider Services(params (string Setting, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(entry => new KeyValuePair<string, string?>($"StreamGate:{entry.Setting}", entry.Value)))
            .Build();
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddStreamGateOptions(new DataFolder(_folder.Path))
            .BuildServiceProvider();
    }
}
