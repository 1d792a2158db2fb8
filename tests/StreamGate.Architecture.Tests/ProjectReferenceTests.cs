namespace StreamGate.Architecture.Tests;

/// <summary>Who may reference whom, by project file: gateway → contracts ← grains, with the libraries at the bottom.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>The house. A new project gets a line here, which is a decision to review.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["StreamGate.Contracts"] = [],
        ["StreamGate.Media"] = [],
        ["StreamGate.Cli"] = [],
        ["StreamGate.Data"] = ["StreamGate.Contracts"],
        ["StreamGate.Hosting"] = ["StreamGate.Contracts", "StreamGate.Data"],
        ["StreamGate.Grains"] = ["StreamGate.Contracts", "StreamGate.Data"],
        ["StreamGate.Gateway"] = ["StreamGate.Contracts", "StreamGate.Data", "StreamGate.Grains", "StreamGate.Hosting", "StreamGate.Media"],
    };

    public static TheoryData<string> ProductProjects => [.. Repository.Projects.Where(p => !Repository.IsTest(p)).Select(p => Path.GetRelativePath(Repository.Root, p))];

    public static TheoryData<string> AllProjects => [.. Repository.Projects.Select(p => Path.GetRelativePath(Repository.Root, p))];

    [Theory]
    [MemberData(nameof(ProductProjects))]
    public void A_project_references_only_those_below_it(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        Assert.True(Allowed.TryGetValue(name, out var allowed), $"{name} has no place in the house yet: add it to the table of this test.");

        var references = Repository.References(Path.Combine(Repository.Root, project), "ProjectReference");

        Offenders.AssertNone(references.Except(allowed));
    }

    [Theory]
    [InlineData("StreamGate.Media", "Microsoft.Orleans", "Dapper", "Microsoft.EntityFrameworkCore", "Microsoft.Data")]
    [InlineData("StreamGate.Cli", "Microsoft.Orleans", "Dapper", "Microsoft.EntityFrameworkCore", "Microsoft.Data")]
    [InlineData("StreamGate.Grains", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Dapper", "CsvHelper", "jose-jwt")]
    [InlineData("StreamGate.Contracts", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Orleans.Server", "Dapper")]
    public void A_project_takes_no_package_that_belongs_elsewhere(string name, params string[] unwanted)
    {
        var project = Repository.Projects.Single(p => Path.GetFileNameWithoutExtension(p) == name);

        var packages = Repository.References(project, "PackageReference");

        Offenders.AssertNone(packages.Where(p => unwanted.Any(u => p.StartsWith(u, StringComparison.OrdinalIgnoreCase))));
    }

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Every_project_is_in_the_solution(string project) =>
        Assert.Contains(project.Replace(Path.DirectorySeparatorChar, '\\'), Repository.SolutionText, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(AllProjects))]
    public void Package_versions_are_central(string project) =>
        Assert.DoesNotContain(" Version=", File.ReadAllText(Path.Combine(Repository.Root, project)), StringComparison.Ordinal);
}
