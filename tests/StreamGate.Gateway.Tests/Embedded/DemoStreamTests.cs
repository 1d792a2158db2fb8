using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Embedded;
using StreamGate.Gateway.Tests.Support;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Tests.Embedded;

public sealed class DemoStreamTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly FakeLogger<DemoStream> _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_copied_whole_to_the_events_folder()
    {
        Copy(_folder.Path);

        Assert.True(File.Exists(Path.Combine(_folder.Path, Samples.Event.ToString(), "360p", "index.m3u8")));
        Assert.Equal([Samples.Event.ToString()], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        Assert.Equal(0, _log.Collector.Count);
    }

    [Fact]
    public void A_stream_root_that_cannot_be_written_costs_the_demo_its_stream_and_not_the_start()
    {
        var root = Path.Combine(_folder.Path, "no-folder");
        File.WriteAllText(root, "");

        Copy(root);

        Assert.Equal(LogLevel.Warning, _log.LatestRecord.Level);
        Assert.Contains(root, _log.LatestRecord.Message, StringComparison.Ordinal);
    }

    private void Copy(string root) => new DemoStream(Options.Create(new MediaOptions { StreamRoot = root }), _log).CopyTo(Samples.Event);
}
