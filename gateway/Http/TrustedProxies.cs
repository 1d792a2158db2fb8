using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Http;

/// <summary>Whose X-Forwarded-For and X-Forwarded-Proto are believed.</summary>
public static class TrustedProxies
{
    /// <summary>Settings for the framework's middleware: only the configured proxies, the whole chain of them, and no other header.</summary>
    public static ForwardedHeadersOptions Options(HttpOptions http)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // Each hop must be a trusted one, so the chain bounds itself.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var entry in http.TrustedProxies)
        {
            if (IPAddress.TryParse(entry, out var proxy))
            {
                options.KnownProxies.Add(proxy);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(entry));
            }
        }

        return options;
    }

    /// <summary>Without a trusted proxy nobody's headers are looked at.</summary>
    public static void UseTrustedProxies(this IApplicationBuilder app, HttpOptions http)
    {
        if (http.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders(Options(http));
        }
    }
}
