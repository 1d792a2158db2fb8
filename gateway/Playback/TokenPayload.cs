using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamGate.Gateway.Playback;

/// <summary>The claims of a playback token (RFC 7519, section 4). All are needed but <c>probe</c>.</summary>
/// <param name="Sub">The ticket's code.</param>
/// <param name="Eid">The event.</param>
/// <param name="Sid">The session.</param>
/// <param name="Sp">The paths that it opens.</param>
/// <param name="Iat">Made at, in seconds since 1970.</param>
/// <param name="Exp">Opens nothing from then on, in seconds since 1970.</param>
/// <param name="Probe">Opens HEAD only.</param>
internal sealed record TokenPayload(string Sub, string Eid, string Sid, string Sp, long Iat, long Exp, bool Probe = false)
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Shape);

    /// <summary>Throws a <see cref="JsonException"/> when a claim is missing or of another type.</summary>
    public static TokenPayload Parse(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<TokenPayload>(json, Shape) ?? throw new JsonException();
}
