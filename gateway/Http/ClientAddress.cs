using System.Net;
using System.Net.Sockets;

namespace StreamGate.Gateway.Http;

/// <summary>Where a request came from, after trusted proxies have been looked through.</summary>
public static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address as people write it; an IPv4 address that came in IPv6 clothes is shown as IPv4. Null when there is none.</summary>
    public static string? Of(HttpContext context) => Plain(context.Connection.RemoteIpAddress)?.ToString();

    /// <summary>
    /// Who is counted by rate limits: an IPv4 address, or an IPv6 /64 network, because one household or server owns all 2^64 addresses
    /// of its network (RFC 6177).
    /// </summary>
    public static string SubjectOf(IPAddress? address)
    {
        if (Plain(address) is not { } plain)
        {
            return "unknown";
        }

        if (plain.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return plain.ToString();
        }

        var bytes = plain.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
