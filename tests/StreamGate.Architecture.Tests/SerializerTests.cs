using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace StreamGate.Architecture.Tests;

/// <summary>Every contract arrives on another silo as it left.</summary>
public sealed class SerializerTests : IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddSerializer(serializer =>
        {
            foreach (var assembly in Product.Assemblies)
            {
                serializer.AddAssembly(assembly);
            }
        })
        .BuildServiceProvider();

    public static TheoryData<string> Contracts => [.. Contract.Serialised.Where(t => !t.IsAbstract).Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_survives_the_wire_full(string type) => AssertSurvives(type, new Samples(sparse: false));

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_survives_the_wire_sparse(string type) => AssertSurvives(type, new Samples(sparse: true));

    [Fact]
    public void A_difference_would_be_found()
    {
        var type = Contract.Serialised.First(t => !t.IsEnum && Contract.SerialisedFields(t).Any());
        var samples = new Samples(sparse: false);

        Assert.NotNull(Same.Difference(samples.Make(type), samples.Make(type)));
    }

    public void Dispose() => _services.Dispose();

    private void AssertSurvives(string name, Samples samples)
    {
        var type = Contract.Serialised.Single(t => t.FullName == name);
        var sent = samples.Make(type);
        var serializer = _services.GetRequiredService<Serializer>();
        var copier = _services.GetRequiredService<DeepCopier>();

        // Sent as an object, as which the type itself must travel along.
        var arrived = serializer.Deserialize<object>(serializer.SerializeToArray(sent));

        Assert.Null(Same.Difference(sent, arrived));
        Assert.Null(Same.Difference(sent, copier.Copy(sent)));
    }
}
