using Microsoft.Extensions.Configuration;

namespace StreamGate.Hosting.Startup;

/// <summary>The one folder under which the product writes.</summary>
/// <param name="Path">Absolute, and it exists.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>The setting that names the folder.</summary>
    public const string Setting = "StreamGate:Data:Folder";

    /// <summary>Secrets drawn on the first run, 0600 in a 0700 folder.</summary>
    public string Secrets => System.IO.Path.Combine(Path, "secrets");

    /// <summary>The keys that protect admin cookies.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>The streams, unless <c>StreamGate:Media:StreamRoot</c> names another folder.</summary>
    public string Streams => System.IO.Path.Combine(Path, "streams");

    /// <summary>What the first run made, for scripts; there once the first run is over.</summary>
    public string FirstRunFile => System.IO.Path.Combine(Path, "first-run.json");

    /// <summary>
    /// The configured folder, else <c>data</c> beside the solution file above <paramref name="contentRoot"/>, else <c>data</c> under it.
    /// It is made when missing. Throws a <see cref="StartupException"/> when it can't be written to.
    /// </summary>
    public static DataFolder Open(IConfiguration configuration, string contentRoot)
    {
        var configured = configuration[Setting];
        var path = string.IsNullOrWhiteSpace(configured) ? DefaultUnder(contentRoot) : System.IO.Path.GetFullPath(configured, contentRoot);
        try
        {
            Directory.CreateDirectory(path);
            ProveWritable(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartupException(
                $"The data folder {path} can't be written to ({e.Message}). Make it writable for this user, or name another folder with STREAMGATE_DATA.", e);
        }

        return new DataFolder(path);
    }

    private static string DefaultUnder(string contentRoot)
    {
        for (var folder = new DirectoryInfo(contentRoot); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
            {
                return System.IO.Path.Combine(folder.FullName, "data");
            }
        }

        return System.IO.Path.Combine(contentRoot, "data");
    }

    private static void ProveWritable(string path)
    {
        var probe = System.IO.Path.Combine(path, ".writable");
        File.WriteAllBytes(probe, [0]);
        File.Delete(probe);
    }
}
