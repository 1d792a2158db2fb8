using System.Text.RegularExpressions;
using Mono.Cecil;

namespace StreamGate.Architecture.Tests;

/// <summary>Time comes from an injected <see cref="TimeProvider"/>, so that tests can make it pass: looked up in the compiled code and in the sources.</summary>
public sealed partial class ClockTests
{
    /// <summary>Members that read the machine's clock or wait by it, as Cecil prints them.</summary>
    private static readonly Regex[] Ambient =
    [
        Pattern(@"System\.DateTime(Offset)?::get_(Utc)?Now\(\)|System\.DateTime::get_Today\(\)"),
        Pattern(@"System\.Environment::get_TickCount(64)?\(\)"),
        Pattern(@"System\.Diagnostics\.Stopwatch::(StartNew|GetTimestamp|GetElapsedTime|\.ctor)\("),
        Pattern(@"System\.Threading\.Thread::Sleep\("),
        Pattern(@"System\.Threading\.Tasks\.Task(`1<.*>)?::(Delay|WaitAsync)\((?!.*TimeProvider)[^)]*System\.TimeSpan"),
        Pattern(@"System\.Threading\.Tasks\.Task::Delay\(System\.Int32"),
        Pattern(@"System\.Threading\.(PeriodicTimer|CancellationTokenSource)::\.ctor\(System\.(TimeSpan|Int32)\)"),
        Pattern(@"System\.(Threading|Timers)\.Timer::\.ctor\("),
        Pattern(@"System\.Guid::(NewGuid\(\)|CreateVersion7\(\))"),
        Pattern(@"System\.Random::"),
    ];

    /// <summary>Places that choose the clock for everybody else.</summary>
    private static readonly Regex MayChooseTheClock = Pattern(
        @"^(Program|StreamGate\.Cli\.ProcessContext|StreamGate\.Data\.CatalogueServices|StreamGate\.Hosting\..*|StreamGate\.Gateway\.Embedded\..*)$");

    public static TheoryData<string> ProductNames => [.. Product.Names];

    [Theory]
    [MemberData(nameof(ProductNames))]
    public void Compiled_code_reads_no_ambient_clock(string name)
    {
        var members = Product.Module(name).GetMemberReferences().Select(member => member.FullName);

        Offenders.AssertNone(members.Where(member => Ambient.Any(a => a.IsMatch(member))));
    }

    [Theory]
    [MemberData(nameof(ProductNames))]
    public void Only_composition_roots_choose_the_systems_clock(string name)
    {
        var choosers = from type in Product.Module(name).GetTypes()
                       where !MayChooseTheClock.IsMatch(Outermost(type).FullName)
                       from method in type.Methods
                       where method.HasBody && method.Body.Instructions.Any(i =>
                           i.Operand is MethodReference { Name: "get_System", DeclaringType.FullName: "System.TimeProvider" })
                       select method.FullName;

        Offenders.AssertNone(choosers);
    }

    [Fact]
    public void Sources_name_no_ambient_clock_even_where_an_analyzer_is_silenced()
    {
        var named = from path in Repository.ProductSources
                    from line in File.ReadLines(path)
                    where AmbientInSource().IsMatch(line)
                    select $"{Path.GetRelativePath(Repository.Root, path)}: {line.Trim()}";

        Offenders.AssertNone(named);
    }

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b|\bThread\.Sleep\b|\bGuid\.NewGuid\b|\bEnvironment\.TickCount|#pragma warning disable RS0030", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex AmbientInSource();
}
