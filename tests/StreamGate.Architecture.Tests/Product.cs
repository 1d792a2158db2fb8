using System.Reflection;
using Mono.Cecil;

namespace StreamGate.Architecture.Tests;

/// <summary>The product's assemblies: those that stand beside this test, as types and as IL.</summary>
public static class Product
{
    /// <summary>Names of the assemblies, from the project files outside <c>tests/</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Repository.Projects.Where(path => !Repository.IsTest(path)).Select(AssemblyName)];

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Names.Select(Assembly.Load)];

    public static IReadOnlyList<ModuleDefinition> Modules { get; } = [.. Assemblies.Select(a => ModuleDefinition.ReadModule(a.Location))];

    /// <summary>Types that people wrote: Orleans' and the compiler's own are left out.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.Namespace is { } ns && ns.StartsWith("StreamGate.", StringComparison.Ordinal))];

    public static Assembly Named(string name) => Assemblies.Single(a => a.GetName().Name == name);

    public static ModuleDefinition Module(string name) => Modules.Single(m => m.Assembly.Name.Name == name);

    // The command line's assembly is named for what people type.
    private static string AssemblyName(string project) =>
        Path.GetFileNameWithoutExtension(project) is "StreamGate.Cli" ? "streamgate" : Path.GetFileNameWithoutExtension(project);
}
