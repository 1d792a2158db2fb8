using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace StreamGate.Gateway.Media;

/// <summary>Tunes Kestrel for many large answers.</summary>
public static class KestrelMediaExtensions
{
    // A writer pauses when this much waits for the socket. With Kestrel's 64 KB a 1 MB segment pauses sixteen times.
    private const int WriteBuffer = 512 << 10;

    /// <summary>Applies both tunings below.</summary>
    public static IWebHostBuilder ConfigureKestrelForMedia(this IWebHostBuilder host) =>
        host.ConfigureKestrel(options => options.ConfigureForMedia()).UseSockets(options => options.ConfigureForMedia());

    /// <summary>Sends no Server header, and lets TLS and HTTP/2 buffer as much as plain sockets.</summary>
    public static void ConfigureForMedia(this KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxResponseBufferSize = WriteBuffer;
    }

    /// <summary>
    /// Larger write buffers, and continuations that run where the socket's event arrived. "Unsafe" warns of handlers that block:
    /// on Linux the event arrives on a thread-pool thread (unless DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS is set), so one that does costs what it
    /// always did. Worth about a fifth at 16 KB.
    /// </summary>
    public static void ConfigureForMedia(this SocketTransportOptions options)
    {
        options.MaxWriteBufferSize = WriteBuffer;
        options.UnsafePreferInlineScheduling = true;
    }
}
