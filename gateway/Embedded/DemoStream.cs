using Microsoft.Extensions.Options;
using StreamGate.Contracts.Ids;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Embedded;

/// <summary>The demo stream that comes with the program.</summary>
public sealed partial class DemoStream(IOptions<MediaOptions> media, ILogger<DemoStream> logger)
{
    private static string Source => Path.Combine(AppContext.BaseDirectory, "demo-stream");

    /// <summary>
    /// Copies it to an event's folder, unless that is there already. It is copied beside its place and then renamed, so that a folder
    /// that is there is whole.
    /// </summary>
    public void CopyTo(EventId id)
    {
        var target = Path.Combine(media.Value.StreamRoot, id.ToString());
        if (Directory.Exists(target))
        {
            return;
        }

        if (!Directory.Exists(Source))
        {
            LogMissing(Source);
            return;
        }

        var partial = Path.Combine(media.Value.StreamRoot, $".{id}.partial");
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(partial, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Directory.Move(partial, target);
    }

    [LoggerMessage(LogLevel.Warning, "There is no demo stream at {Folder}, so the demo events have nothing to show")]
    private partial void LogMissing(string folder);
}
