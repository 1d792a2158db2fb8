using Microsoft.Extensions.Configuration;

namespace StreamGate.Hosting.Configuration;

/// <summary>
/// The environment names that operators already know, as settings. A name that is set and not empty wins over the setting's own name
/// in <c>appsettings.json</c>.
/// </summary>
/// <param name="read">Gives the value of a name, or null.</param>
public sealed class EstablishedEnvironment(Func<string, string?> read) : IConfigurationSource
{
    /// <summary>Each established name and the setting that it fills.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["STREAMGATE_DATA"] = "StreamGate:Data:Folder",
        ["PORT"] = "StreamGate:Http:Port",
        ["PLAYBACK_SIGNING_SECRET"] = "StreamGate:Playback:SigningSecret",
        ["SESSION_TIMEOUT_SECONDS"] = "StreamGate:Playback:SessionTimeoutSeconds",
        ["INTERNAL_API_KEY"] = "StreamGate:Internal:ApiKey",
        ["ADMIN_PASSWORD_HASH"] = "StreamGate:Admin:PasswordHash",
        ["HLS_SERVER_BASE_URL"] = "StreamGate:Http:PlaybackBaseUrl",
        ["PLATFORM_APP_URL"] = "StreamGate:Http:PlatformUrl",
        ["CORS_ALLOWED_ORIGIN"] = "StreamGate:Http:CorsAllowedOrigin",
        ["STREAM_ROOT"] = "StreamGate:Media:StreamRoot",
    };

    public IConfigurationProvider Build(IConfigurationBuilder builder) => new Provider(read);

    private sealed class Provider(Func<string, string?> read) : ConfigurationProvider
    {
        public override void Load()
        {
            foreach (var (name, setting) in Names)
            {
                if (read(name) is { Length: > 0 } value)
                {
                    Data[setting] = value;
                }
            }
        }
    }
}
