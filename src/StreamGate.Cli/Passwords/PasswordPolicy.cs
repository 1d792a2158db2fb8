using System.Text;

namespace StreamGate.Cli.Passwords;

/// <summary>Which passwords may guard the admin console.</summary>
public static class PasswordPolicy
{
    /// <summary>Characters a password has at the least.</summary>
    public const int MinimumLength = 12;

    /// <summary>Bytes of UTF-8 that bcrypt looks at; it would silently ignore the rest.</summary>
    public const int MaximumBytes = 72;

    /// <summary>Why this password is refused, in one sentence; null when it may be used.</summary>
    public static string? WhyRefused(string password)
    {
        if (string.IsNullOrWhiteSpace(password))
        {
            return "The password is empty.";
        }

        if (password.Contains('\0', StringComparison.Ordinal))
        {
            return "The password contains a NUL character, where bcrypt would stop reading.";
        }

        if (password.Length < MinimumLength)
        {
            return $"The password is shorter than {MinimumLength} characters.";
        }

        return Encoding.UTF8.GetByteCount(password) > MaximumBytes
            ? $"The password is longer than {MaximumBytes} bytes, beyond which bcrypt would ignore it."
            : null;
    }
}
