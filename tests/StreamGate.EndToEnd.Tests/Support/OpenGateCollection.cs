namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>Tests that only need a gate that is open share one.</summary>
[CollectionDefinition(nameof(OpenGate))]
public sealed class OpenGateCollection : ICollectionFixture<OpenGate>;
