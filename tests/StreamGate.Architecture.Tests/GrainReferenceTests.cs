using Microsoft.Extensions.DependencyInjection;
using Orleans.Metadata;
using Orleans.Runtime;
using Orleans.TestingHost;

namespace StreamGate.Architecture.Tests;

/// <summary>One parameter that can't be serialised breaks every reference to its interface, and only at run time: so each is asked for here.</summary>
public sealed class GrainReferenceTests : IAsyncLifetime
{
    private readonly InProcessTestCluster _cluster = new InProcessTestClusterBuilder(1).Build();

    public Task InitializeAsync() => _cluster.DeployAsync();

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public void Every_grain_interface_can_be_referenced()
    {
        var names = _cluster.Client.ServiceProvider.GetRequiredService<GrainInterfaceTypeResolver>();

        foreach (var contract in Contract.Interfaces)
        {
            var reference = _cluster.Client.GetGrain(GrainId.Create("any", "key"), names.GetGrainInterfaceType(contract));

            Assert.IsAssignableFrom(contract, reference);
        }
    }
}
