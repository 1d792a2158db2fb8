using System.Xml.Linq;

namespace StreamGate.Architecture.Tests;

/// <summary>The checked-out sources that this test was built from.</summary>
public static class Repository
{
    private const string Solution = "StreamGate.Orleans.sln";

    public static string Root { get; } = FindRoot();

    public static string SolutionText => File.ReadAllText(Path.Combine(Root, Solution));

    /// <summary>Every project file: the product's and the tests'.</summary>
    public static IReadOnlyList<string> Projects { get; } = [.. Files("*.csproj")];

    public static IEnumerable<string> ProductSources => Files("*.cs").Where(path => !IsTest(path));

    public static bool IsTest(string path) => Path.GetRelativePath(Root, path).StartsWith("tests" + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>The project file's references to packages (<c>PackageReference</c>) or projects (<c>ProjectReference</c>), by their names.</summary>
    public static IEnumerable<string> References(string project, string kind) =>
        XDocument.Load(project).Descendants(kind).Select(reference => Path.GetFileName(reference.Attribute("Include")!.Value).Replace(".csproj", "", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Root, pattern, SearchOption.AllDirectories).Where(path => !IsOutput(path)).Order(StringComparer.Ordinal);

    private static bool IsOutput(string path) =>
        Path.GetRelativePath(Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules" or "data" || part.StartsWith(".git", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, Solution)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"{Solution} is in no folder above {AppContext.BaseDirectory}.");
    }
}
