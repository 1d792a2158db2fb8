using System.CommandLine;
using System.Globalization;

namespace StreamGate.Cli.Commands;

/// <summary>Options and arguments that check themselves.</summary>
public static class Arguments
{
    /// <summary>A whole number between two bounds, both allowed.</summary>
    public static Option<int> Number(string name, string description, int least, int most, int? byDefault = null)
    {
        var option = new Option<int>(name)
        {
            Description = string.Create(CultureInfo.InvariantCulture, $"{description} ({least:N0}–{most:N0})"),
            HelpName = "number",
            Required = byDefault is null,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be a whole number from {least} to {most}."));
                return default;
            },
        };
        if (byDefault is { } value)
        {
            option.DefaultValueFactory = _ => value;
        }

        return option;
    }

    /// <summary>Whether every text is an id as the admin API prints them; the first that is not becomes the message.</summary>
    public static string? WhyNoId(IEnumerable<string> texts) =>
        texts.FirstOrDefault(text => !Guid.TryParseExact(text, "D", out _)) is { } odd
            ? $"'{odd}' is not an id; `streamgate events list` and `streamgate tickets list` show them."
            : null;
}
