namespace StreamGate.Architecture.Tests;

/// <summary>Names and numbers on the wire are chosen by people, so that renaming code never changes what silos say to each other.</summary>
public sealed class ContractShapeTests
{
    [Fact]
    public void There_are_contracts_to_look_at()
    {
        Assert.NotEmpty(Contract.Interfaces);
        Assert.NotEmpty(Contract.Serialised);
    }

    [Fact]
    public void Every_grain_interface_has_an_alias_of_the_product() =>
        Offenders.AssertNone(Contract.Interfaces.Where(i => !HasProductAlias(i)));

    [Fact]
    public void Every_method_of_a_grain_interface_has_its_own_alias()
    {
        var odd = from contract in Contract.Interfaces
                  from same in contract.GetMethods().GroupBy(Contract.Alias)
                  where same.Key is null || same.Count() > 1
                  select $"{contract.Name}: {string.Join(", ", same.Select(m => m.Name))}";

        Offenders.AssertNone(odd);
    }

    [Fact]
    public void Every_serialised_type_has_an_alias_of_the_product() =>
        Offenders.AssertNone(Contract.Serialised.Where(t => !HasProductAlias(t)));

    [Fact]
    public void No_alias_is_used_twice()
    {
        var twice = Contract.Interfaces.Concat(Contract.Serialised).GroupBy(Contract.Alias).Where(g => g.Count() > 1);

        Offenders.AssertNone(twice.Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.FullName))}"));
    }

    [Fact]
    public void Every_member_that_is_serialised_has_a_number_of_its_own()
    {
        var odd = from type in Contract.Serialised
                  where !type.IsEnum
                  from same in Contract.SerialisedFields(type).GroupBy(Contract.Id)
                  where same.Key is null || same.Count() > 1
                  select $"{type.FullName}: {string.Join(", ", same.Select(f => f.Name))}";

        Offenders.AssertNone(odd);
    }

    [Fact]
    public void Everything_that_crosses_a_grain_boundary_is_serialisable_and_immutable()
    {
        var odd = Contract.Reachable().Where(t =>
            !t.IsInterface
            && (!Contract.Serialised.Contains(t) || Contract.SerialisedFields(t).Any(f => !t.IsEnum && !f.IsInitOnly)));

        Offenders.AssertNone(odd);
    }

    [Fact]
    public void Rows_never_cross_a_grain_boundary()
    {
        var data = Product.Named("StreamGate.Data");

        Offenders.AssertNone(Contract.Reachable().Where(t => t.Assembly == data));
        Offenders.AssertNone(Contract.Serialised.Where(t => t.Assembly == data));
    }

    private static bool HasProductAlias(Type type) => Contract.Alias(type)?.StartsWith("streamgate.", StringComparison.Ordinal) == true;
}
