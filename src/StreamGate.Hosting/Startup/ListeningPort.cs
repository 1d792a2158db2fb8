using System.Net;
using System.Net.Sockets;

namespace StreamGate.Hosting.Startup;

/// <summary>The port that the gateway is going to listen on.</summary>
public static class ListeningPort
{
    /// <summary>
    /// Throws the <see cref="SocketException"/> that listening would, before a silo has been started for nothing. Port 0, which the
    /// system chooses, is always free.
    /// </summary>
    public static void ProveFree(int port)
    {
        if (port == 0)
        {
            return;
        }

        using var socket = Socket.OSSupportsIPv6
            ? new Socket(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp) { DualMode = true }
            : new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(Socket.OSSupportsIPv6 ? IPAddress.IPv6Any : IPAddress.Any, port));
        socket.Listen();
    }
}
