using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace StreamGate.Contracts.Ids;

/// <summary>
/// What is printed on a ticket: 12 base62 characters, about 71 bits. It is a bearer secret, so <see cref="ToString"/> shows
/// only the start of its hash and <see cref="Reveal"/> says in the code where the secret itself leaves this type.
/// </summary>
[GenerateSerializer, Immutable, Alias("streamgate.ticket-code")]
public readonly record struct TicketCode
{
    /// <summary>Characters in a code.</summary>
    public const int Length = 12;

    /// <summary>The 62 characters that codes are drawn from.</summary>
    public const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    [Id(0)]
    private readonly string _value;

    private TicketCode(string value) => _value = value;

    /// <summary>A fresh code from the system's random generator, without modulo bias.</summary>
    public static TicketCode Draw() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Accepts exactly twelve ASCII letters and digits; case matters.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TicketCode code)
    {
        var valid = text is { Length: Length } && text.All(char.IsAsciiLetterOrDigit);
        code = valid ? new TicketCode(text!) : default;
        return valid;
    }

    /// <summary>The key under which the cluster knows this ticket, which does not tell the code.</summary>
    public TicketKey Key => TicketKey.FromHash(SHA256.HashData(Encoding.ASCII.GetBytes(_value)));

    /// <summary>The code itself, for the person who owns or issues it. Never for a log.</summary>
    public string Reveal() => _value;

    /// <summary>The short form of <see cref="Key"/>.</summary>
    public override string ToString() => Key.Short;
}
