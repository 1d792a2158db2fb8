using System.Security.Cryptography;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>A place of its own for one gate: its data folder, and the folders around it in which it must leave nothing.</summary>
internal sealed class GateFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("streamgate-").FullName;

    public GateFolder()
    {
        Directory.CreateDirectory(Work);
        Directory.CreateDirectory(Home);
        Directory.CreateDirectory(Temporary);
    }

    /// <summary>What STREAMGATE_DATA names; the gate makes it.</summary>
    public string Data => Path.Combine(_root, "data");

    /// <summary>Where the gate is started.</summary>
    public string Work => Path.Combine(_root, "work");

    public string Home => Path.Combine(_root, "home");

    public string Temporary => Path.Combine(_root, "tmp");

    public string Database => In("streamgate.db");

    public string FirstRunFile => In("first-run.json");

    public string In(params string[] path) => Path.Combine([Data, .. path]);

    /// <summary>The files of the data folder by their paths in it, each with the hash of its bytes.</summary>
    public IReadOnlyDictionary<string, string> Files() => FilesOf(Data);

    public static IReadOnlyDictionary<string, string> FilesOf(string folder) => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path), Hash);

    /// <summary>Gives the gate's data folder the content of another.</summary>
    public void CopyFrom(string folder)
    {
        using var copy = System.Diagnostics.Process.Start("cp", ["-a", folder, Data]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    // An empty file may be a lock, which nobody else may open.
    private static string Hash(string path) =>
        new FileInfo(path).Length == 0 ? "empty" : Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)));
}
