using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary><c>StreamGate:Playback</c>: playback tokens and sessions.</summary>
public sealed class PlaybackOptions
{
    /// <summary>Signs playback tokens (HS256). At least 32 bytes of UTF-8. Default: drawn on the first run. <c>PLAYBACK_SIGNING_SECRET</c>.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "No signing secret is set. Give PLAYBACK_SIGNING_SECRET at least 32 bytes.")]
    [Utf8Length(32, ErrorMessage = "PLAYBACK_SIGNING_SECRET (StreamGate:Playback:SigningSecret) is shorter than 32 bytes. Give it at least 32 random bytes, for example from `openssl rand -hex 32`, or leave it out to have one drawn.")]
    public string SigningSecret { get; set; } = "";

    /// <summary>Still accepted while tokens made with it are out there, at most an hour. At least 32 bytes. Default: none.</summary>
    [Utf8Length(32, ErrorMessage = "StreamGate:Playback:PreviousSigningSecret is shorter than 32 bytes. Give the secret that was in use before, or leave it out.")]
    public string? PreviousSigningSecret { get; set; }

    /// <summary>Seconds without a heartbeat after which a device loses its ticket. 5–3,600, default 60. <c>SESSION_TIMEOUT_SECONDS</c>.</summary>
    [Range(5, 3600, ErrorMessage = "SESSION_TIMEOUT_SECONDS (StreamGate:Playback:SessionTimeoutSeconds) must be 5 to 3600 seconds.")]
    public int SessionTimeoutSeconds { get; set; } = 60;
}
