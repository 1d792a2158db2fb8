using System.ComponentModel.DataAnnotations;
using StreamGate.Hosting.Options;
using StreamGate.Media.Origins;

namespace StreamGate.Gateway.Media;

/// <summary>Where media comes from and who may fetch it from a browser.</summary>
public sealed class MediaGateOptions
{
    /// <summary>The folder with one folder of media per event, named by the event's id.</summary>
    [Required(ErrorMessage = "StreamRoot is empty: name the folder that holds one folder of media per event.")]
    public string StreamRoot { get; set; } = string.Empty;

    /// <summary>The one origin (RFC 6454), such as <c>https://watch.example.com</c>, whose pages may fetch media across origins; null for none.</summary>
    [HttpOrigin(ErrorMessage = HttpOptions.CorsAllowedOriginRule)]
    public string? AllowedOrigin { get; set; }

    public CachedOriginOptions Cache { get; } = new();
}
