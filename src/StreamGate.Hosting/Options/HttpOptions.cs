using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary><c>StreamGate:Http</c>: addresses, and whom to believe about them.</summary>
public sealed class HttpOptions
{
    /// <summary>What is said of a <see cref="CorsAllowedOrigin"/> that is no origin.</summary>
    public const string CorsAllowedOriginRule =
        "CORS_ALLOWED_ORIGIN (StreamGate:Http:CorsAllowedOrigin) must be an origin: scheme, host and perhaps a port, like https://tickets.example.org, without a slash at the end.";

    /// <summary>The port to listen on. 0–65,535 (0 lets the system choose), default 3000. <c>PORT</c>.</summary>
    [Range(0, 65535, ErrorMessage = "PORT (StreamGate:Http:Port) must be 0 to 65535.")]
    public int Port { get; set; } = 3000;

    /// <summary>Where players find <c>/streams</c>, an http(s) URL without a path's last slash. Default: the scheme and host of the request. <c>HLS_SERVER_BASE_URL</c>.</summary>
    [HttpAddress(ErrorMessage = "HLS_SERVER_BASE_URL (StreamGate:Http:PlaybackBaseUrl) must be an http(s) URL, like https://video.example.org.")]
    public string? PlaybackBaseUrl { get; set; }

    /// <summary>
    /// This server's address as browsers know it, where a proxy sends another <c>Host</c> on: pages of that origin count as our own when they
    /// change something. It opens the admin console to no other site. Default: none. <c>PLATFORM_APP_URL</c>.
    /// </summary>
    [HttpAddress(ErrorMessage = "PLATFORM_APP_URL (StreamGate:Http:PlatformUrl) must be an http(s) URL, like https://tickets.example.org.")]
    public string? PlatformUrl { get; set; }

    /// <summary>The one foreign origin whose pages may fetch media: scheme, host, and a port that isn't the scheme's own. Default: none. <c>CORS_ALLOWED_ORIGIN</c>.</summary>
    [HttpOrigin(ErrorMessage = CorsAllowedOriginRule)]
    public string? CorsAllowedOrigin { get; set; }

    /// <summary>Proxies whose X-Forwarded-For and X-Forwarded-Proto are believed: IP addresses or CIDR networks. Default: none.</summary>
    [IpNetworks(ErrorMessage = "StreamGate:Http:TrustedProxies must hold IP addresses or networks, like 10.0.0.5 or 10.0.0.0/8.")]
    public IList<string> TrustedProxies { get; } = [];
}
