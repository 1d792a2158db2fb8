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
    /// that is there is whole. Where it can't be copied, the demo goes without.
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

        try
        {
            Copy(id, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that somebody else fills, and that this user may only read, is a good way to run.
            LogNotCopied(target, e.Message);
        }
    }

    private void Copy(EventId id, string target)
    {
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

    [LoggerMessage(LogLevel.Warning, "The demo stream could not be copied to {Folder}, so a demo event has nothing to show: {Reason}")]
    private partial void LogNotCopied(string folder, string reason);
}
