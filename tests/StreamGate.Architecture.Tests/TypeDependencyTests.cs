using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace StreamGate.Architecture.Tests;

/// <summary>Who may reference whom, by what the compiled code touches.</summary>
public sealed class TypeDependencyTests
{
    private const string CompositionRoots = @"^StreamGate\.Gateway\.Embedded(\..*)?$";

    private static readonly ArchUnitNET.Domain.Architecture House = new ArchLoader().LoadAssemblies([.. Product.Assemblies]).Build();

    [Theory]
    [InlineData("StreamGate.Contracts", "StreamGate", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore")]
    [InlineData("StreamGate.Media", "StreamGate", "Orleans")]
    [InlineData("streamgate", "StreamGate", "Orleans", "Microsoft.Data.Sqlite")]
    [InlineData("StreamGate.Data", "StreamGate.Grains", "StreamGate.Gateway", "StreamGate.Hosting", "StreamGate.Media", "Microsoft.AspNetCore")]
    [InlineData("StreamGate.Hosting", "StreamGate.Grains", "StreamGate.Gateway", "StreamGate.Media")]
    [InlineData("StreamGate.Grains", "StreamGate.Gateway", "StreamGate.Hosting", "StreamGate.Media", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite")]
    public void An_assembly_knows_nobody_above_it(string name, params string[] strangers)
    {
        var known = Product.Module(name).AssemblyReferences.Select(reference => reference.Name);

        Offenders.AssertNone(known.Where(k => strangers.Any(s => k == s || k.StartsWith(s + ".", StringComparison.Ordinal))));
    }

    [Fact]
    public void No_product_assembly_knows_test_code()
    {
        var known = Product.Modules.SelectMany(m => m.AssemblyReferences).Select(reference => reference.Name);

        Offenders.AssertNone(known.Where(k => k.EndsWith(".Tests", StringComparison.Ordinal) || k.StartsWith("xunit", StringComparison.Ordinal) || k.Contains("TestingHost", StringComparison.Ordinal)));
    }

    [Fact]
    public void In_the_gateway_only_the_embedded_silo_and_Program_touch_grains()
    {
        var gateway = Product.Named("StreamGate.Gateway");
        var grains = Types().That().ResideInAssembly(Product.Named("StreamGate.Grains")).As("grains");

        Types().That().ResideInAssembly(gateway)
            .And().DoNotResideInNamespaceMatching(CompositionRoots)
            .And().DoNotHaveFullNameMatching(@"^Program([+/].*)?$")
            .And().DoNotResideInNamespaceMatching("^OrleansCodeGen")
            .Should().NotDependOnAny(grains)
            .Because("HTTP code that knows grain classes could go around their contracts")
            .WithoutRequiringPositiveResults()
            .Check(House);
    }

    [Fact]
    public void Rules_and_grains_do_no_input_or_output_of_their_own()
    {
        var used = Product.Module("StreamGate.Grains").GetTypeReferences().Select(t => t.FullName);

        Offenders.AssertNone(used.Where(t => t is "System.IO.File" or "System.IO.FileStream" or "System.Net.Http.HttpClient" or "System.Data.Common.DbConnection"));
    }
}
