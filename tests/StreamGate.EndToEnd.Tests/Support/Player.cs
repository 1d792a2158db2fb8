namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>ffmpeg as a viewer's player.</summary>
internal static class Player
{
    /// <summary>
    /// Decodes every picture and sound of every rendition, and prints a checksum of each. Errors are the only thing on its standard error.
    /// </summary>
    public static Child DecodeAll(Uri stream, string? token = null) =>
        Run([.. Input(stream, token), "-map", "0", "-fps_mode", "passthrough", "-f", "framecrc", "-"]);

    /// <summary>The same of a file on disk.</summary>
    public static Child DecodeAll(string file) =>
        Run(["-i", file, "-map", "0", "-fps_mode", "passthrough", "-f", "framecrc", "-"]);

    /// <summary>Plays the best rendition as fast as people watch, and tells how far it is. Segments that it is refused are warnings to it.</summary>
    public static Child Watch(Uri stream, string token, Action<string> progress) =>
        Run(["-loglevel", "warning", "-re", .. Input(stream, token), "-map", "0:v:0", "-map", "0:a:0", "-progress", "pipe:1", "-stats_period", "0.2", "-f", "null", "-"], progress);

    /// <summary>How many frames of each stream a file has, as ffprobe counts them.</summary>
    public static async Task<IReadOnlyList<int>> CountFramesAsync(string playlist)
    {
        string[] arguments = ["-v", "error", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "json", playlist];
        await using var probe = Child.Start("ffprobe", arguments, Environment.CurrentDirectory);
        Assert.Equal(0, await probe.EndAsync());
        return [.. JsonElement.Parse(probe.Output).GetProperty("streams").EnumerateArray().Select(stream => int.Parse(stream.Text("nb_read_frames")))];
    }

    /// <summary>The lines of a <c>framecrc</c>, by the number of their stream.</summary>
    public static ILookup<int, string> FramesOf(Child player) => player.Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .ToLookup(line => int.Parse(line[..line.IndexOf(',')]));

    private static IEnumerable<string> Input(Uri stream, string? token) =>
        token is null ? ["-i", stream.AbsoluteUri] : ["-headers", $"Authorization: Bearer {token}\r\n", "-i", stream.AbsoluteUri];

    private static Child Run(IEnumerable<string> arguments, Action<string>? heard = null) =>
        Child.Start("ffmpeg", ["-nostdin", "-hide_banner", "-loglevel", "error", .. arguments], Environment.CurrentDirectory, heard: heard);
}
