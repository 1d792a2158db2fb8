using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Admin;

/// <summary>The one admin password, known by its bcrypt hash.</summary>
public sealed class AdminPassword(IOptionsMonitor<AdminOptions> options)
{
    // bcrypt reads no further; a longer password would be as good as its start.
    private const int LongestBytes = 72;

    /// <summary>Names the hash without telling it. A session carries it, so that changing the password ends every session.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.CurrentValue.PasswordHash)));

    public bool Matches(string password) =>
        Encoding.UTF8.GetByteCount(password) <= LongestBytes && BCrypt.Net.BCrypt.Verify(password, options.CurrentValue.PasswordHash);

    public bool IsStampOfNow(string? stamp) =>
        stamp is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stamp), Encoding.UTF8.GetBytes(Stamp));
}
