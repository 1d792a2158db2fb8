using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary><c>StreamGate:Internal</c>: callers that are machines of the same operator.</summary>
public sealed class InternalOptions
{
    /// <summary>What they send as <c>X-Internal-Api-Key</c>. At least 16 bytes. Default: drawn on the first run. <c>INTERNAL_API_KEY</c>.</summary>
    [Required(AllowEmptyStrings = false, ErrorMessage = "No internal API key is set. Give INTERNAL_API_KEY at least 16 bytes.")]
    [Utf8Length(16, ErrorMessage = "INTERNAL_API_KEY (StreamGate:Internal:ApiKey) is shorter than 16 bytes. Give it at least 16 random bytes, or leave it out to have one drawn.")]
    public string ApiKey { get; set; } = "";
}
