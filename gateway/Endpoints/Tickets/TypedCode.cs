using System.Security.Cryptography;
using System.Text;
using StreamGate.Contracts.Ids;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Tickets;

/// <summary>A code as somebody typed it.</summary>
/// <param name="Key">The hash of what was typed, for the audit trail.</param>
/// <param name="Code">The code, or null when no ticket can have it.</param>
public sealed record TypedCode(TicketKey Key, TicketCode? Code)
{
    private const int Longest = 64;

    /// <summary>A 400 that names <c>code</c> when it is missing, over 64 characters, or not only ASCII letters and digits.</summary>
    public static TypedCode Parse(string? typed)
    {
        var text = typed?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            throw new RequestFault("code", "is required");
        }

        if (text.Length > Longest || !text.All(char.IsAsciiLetterOrDigit))
        {
            throw new RequestFault("code", "must be letters and digits only");
        }

        var key = TicketKey.FromHash(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
        return new TypedCode(key, TicketCode.TryParse(text, out var code) ? code : null);
    }
}
