using Microsoft.Extensions.Configuration;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Tests.Hosting;

public sealed class DataFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void By_default_it_lies_beside_the_solution()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "Some.sln"), "");
        var deep = Directory.CreateDirectory(Path.Combine(_folder.Path, "gateway", "bin")).FullName;

        Assert.Equal(Path.Combine(_folder.Path, "data"), Open(deep).Path);
    }

    [Fact]
    public void A_configured_folder_is_made()
    {
        var wanted = Path.Combine(_folder.Path, "elsewhere", "data");

        Assert.Equal(wanted, Open(_folder.Path, wanted).Path);
        Assert.True(Directory.Exists(wanted));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_with_what_to_do()
    {
        var file = Path.Combine(_folder.Path, "a file");
        File.WriteAllText(file, "");

        var refused = Assert.Throws<StartupException>(() => Open(_folder.Path, file));

        Assert.Contains("STREAMGATE_DATA", refused.Message, StringComparison.Ordinal);
    }

    private static DataFolder Open(string contentRoot, string? configured = null) => DataFolder.Open(
        new ConfigurationBuilder().AddInMemoryCollection([new(DataFolder.Setting, configured)]).Build(), contentRoot);
}
