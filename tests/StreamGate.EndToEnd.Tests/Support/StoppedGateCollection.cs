namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>Tests that only need the data folder of a gate that was stopped copy one.</summary>
[CollectionDefinition(nameof(StoppedGate))]
public sealed class StoppedGateCollection : ICollectionFixture<StoppedGate>;
