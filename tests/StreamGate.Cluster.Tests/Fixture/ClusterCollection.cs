namespace StreamGate.Cluster.Tests.Fixture;

/// <summary>Tests that share one cluster and its clock run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class ClusterCollection : ICollectionFixture<GateCluster>
{
    public const string Name = "Cluster";
}
