using System.Security.Cryptography;
using System.Text;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Playback;

/// <summary>The secrets that sign playback tokens, by <c>kid</c>: the one in use, and the one before it while its tokens are out there.</summary>
public sealed class SigningKeys
{
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public SigningKeys(PlaybackOptions options)
    {
        CurrentId = Add(options.SigningSecret);
        if (options.PreviousSigningSecret is { Length: > 0 } previous)
        {
            Add(previous);
        }
    }

    /// <summary>The <c>kid</c> of new tokens.</summary>
    public string CurrentId { get; }

    public byte[] Current => _keys[CurrentId];

    /// <summary>The key that a token's header names; null when it is none of ours.</summary>
    public byte[]? Find(string keyId) => _keys.GetValueOrDefault(keyId);

    // The start of a hash under a label of its own names the secret on every gateway alike and tells nothing of it.
    private string Add(string secret)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("streamgate/kid/v1" + secret)))[..8];
        _keys[id] = Encoding.UTF8.GetBytes(secret);
        return id;
    }
}
