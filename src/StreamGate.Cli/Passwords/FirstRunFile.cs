using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamGate.Cli.Passwords;

/// <summary>What the gateway wrote into <c>first-run.json</c> in its data folder when it made its secrets.</summary>
/// <param name="Address">Where the gateway listened then.</param>
/// <param name="AdminPassword">The password that it made up; no longer right when an operator has set another.</param>
public sealed record FirstRunFile(
    [property: JsonPropertyName("address")] string? Address,
    [property: JsonPropertyName("adminPassword")] string? AdminPassword)
{
    public const string Name = "first-run.json";

    /// <summary>Where a gateway writes unless told otherwise: <c>data</c> beside the solution file above <paramref name="from"/>, else <c>data</c> under it.</summary>
    public static string DefaultFolder(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
            {
                return Path.Combine(folder.FullName, "data");
            }
        }

        return Path.Combine(from, "data");
    }

    /// <summary>The file of a data folder; null when there is none. Throws a <see cref="CliException"/> when it can't be read.</summary>
    public static FirstRunFile? Read(string dataFolder)
    {
        var path = Path.Combine(dataFolder, Name);
        try
        {
            return JsonSerializer.Deserialize<FirstRunFile>(File.ReadAllText(path));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new CliException(ExitCodes.Denied, $"{path} may only be read by the user that runs the gateway.", denied);
        }
        catch (JsonException)
        {
            throw new CliException(ExitCodes.Failed, $"{path} is damaged; set STREAMGATE_ADMIN_PASSWORD instead.");
        }
    }
}
