namespace StreamGate.Gateway.Tests.Support;

/// <summary>A folder of a test's own, gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("streamgate-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
