using Microsoft.Extensions.Configuration;
using StreamGate.Hosting.Configuration;

namespace StreamGate.Gateway.Tests.Hosting;

public sealed class EstablishedEnvironmentTests
{
    [Theory]
    [InlineData("STREAMGATE_DATA", "StreamGate:Data:Folder")]
    [InlineData("PORT", "StreamGate:Http:Port")]
    [InlineData("PLAYBACK_SIGNING_SECRET", "StreamGate:Playback:SigningSecret")]
    [InlineData("SESSION_TIMEOUT_SECONDS", "StreamGate:Playback:SessionTimeoutSeconds")]
    [InlineData("INTERNAL_API_KEY", "StreamGate:Internal:ApiKey")]
    [InlineData("ADMIN_PASSWORD_HASH", "StreamGate:Admin:PasswordHash")]
    [InlineData("HLS_SERVER_BASE_URL", "StreamGate:Http:PlaybackBaseUrl")]
    [InlineData("PLATFORM_APP_URL", "StreamGate:Http:PlatformUrl")]
    [InlineData("CORS_ALLOWED_ORIGIN", "StreamGate:Http:CorsAllowedOrigin")]
    [InlineData("STREAM_ROOT", "StreamGate:Media:StreamRoot")]
    public void An_established_name_fills_its_setting_and_wins(string name, string setting)
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new(setting, "from the settings"), new(name, "from the environment")]);
        configuration.AddStreamGate();

        Assert.Equal("from the environment", configuration[setting]);
    }

    [Fact]
    public void An_empty_or_absent_name_leaves_the_setting_alone()
    {
        using var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection([new("StreamGate:Http:Port", "8080"), new("PORT", ""), new("StreamGate:Media:StreamRoot", "/srv")]);
        configuration.AddStreamGate();

        Assert.Equal(("8080", "/srv"), (configuration["StreamGate:Http:Port"], configuration["StreamGate:Media:StreamRoot"]));
    }
}
