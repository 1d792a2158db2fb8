namespace StreamGate.Benchmarks.Load;

/// <summary>Whether a program is there to be used.</summary>
internal static class Installed
{
    // Where Debian puts daemons, which is on no user's PATH.
    private const string Daemons = "/usr/sbin";

    /// <summary>Its whole path, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append(Daemons)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
