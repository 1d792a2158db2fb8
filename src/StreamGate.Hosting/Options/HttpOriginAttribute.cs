using System.ComponentModel.DataAnnotations;

namespace StreamGate.Hosting.Options;

/// <summary>A web origin: http(s), a host, perhaps a port, and nothing else (RFC 6454, section 6.2); an absent one is fine.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpOriginAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || Canonical(text) is not null;

    /// <summary>The origin as browsers write it: in small letters, without the scheme's own port. Null when it is none.</summary>
    public static string? Canonical(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) is > 0 and var colon
        && text.AsSpan(colon + 3).IndexOfAny(@"/\?#@*") < 0
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            ? new UriBuilder(url.Scheme, url.IdnHost, url.IsDefaultPort ? -1 : url.Port).Uri.GetLeftPart(UriPartial.Authority)
            : null;
}
