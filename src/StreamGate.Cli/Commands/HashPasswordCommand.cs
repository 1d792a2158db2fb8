using System.CommandLine;
using StreamGate.Cli.Passwords;

namespace StreamGate.Cli.Commands;

/// <summary><c>streamgate hash-password</c>: a bcrypt hash for ADMIN_PASSWORD_HASH.</summary>
public static class HashPasswordCommand
{
    /// <summary>bcrypt's cost: 2^12 rounds, about a quarter of a second a guess.</summary>
    public const int Cost = 12;

    public static Command Create(CliContext context)
    {
        var stdin = new Option<bool>("--stdin") { Description = "Read the password from the first line of standard input instead of asking twice." };
        var command = new Command("hash-password", "Hashes an admin password with bcrypt for ADMIN_PASSWORD_HASH, and prints only the hash.") { stdin };
        command.SetAction(parsed =>
        {
            var password = parsed.GetValue(stdin) ? context.In.ReadLine() ?? string.Empty : AskTwice(context);
            if (PasswordPolicy.WhyRefused(password) is { } reason)
            {
                throw new CliException(ExitCodes.Usage, reason);
            }

            context.Out.WriteLine(BCrypt.Net.BCrypt.HashPassword(password, Cost));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string AskTwice(CliContext context)
    {
        var ask = context.AskSecret
            ?? throw new CliException(ExitCodes.Usage, "There is no terminal to ask at; give the password through --stdin.");
        var first = ask("New admin password: ");
        return string.Equals(first, ask("The same again: "), StringComparison.Ordinal)
            ? first
            : throw new CliException(ExitCodes.Usage, "The two passwords are not the same.");
    }
}
