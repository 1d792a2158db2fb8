namespace StreamGate.Http.Tests.Fixture;

/// <summary>A gate in production behind a proxy at 127.9.9.9, for a web app on another origin.</summary>
public sealed class ProxiedGate : Gate
{
    public const string Proxy = "127.9.9.9";
    public const string WebApp = "https://tickets.example.org";

    protected override string Environment => "Production";

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["StreamGate:Http:TrustedProxies:0"] = Proxy,
        ["StreamGate:Http:TrustedProxies:1"] = "127.9.10.0/24",
        ["CORS_ALLOWED_ORIGIN"] = WebApp,
        ["PLATFORM_APP_URL"] = WebApp,
        ["HLS_SERVER_BASE_URL"] = "https://video.example.org/",
    };
}
