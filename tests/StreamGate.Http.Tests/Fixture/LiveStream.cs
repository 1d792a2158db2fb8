namespace StreamGate.Http.Tests.Fixture;

/// <summary>Streams on the disk of a gate.</summary>
public static class LiveStream
{
    private const string Playlist = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXTINF:2.0,\nsegment0.m4s\n";

    /// <summary>A playlist that was written this instant and is still growing, and its one segment.</summary>
    public static void Put(Gate gate, string id)
    {
        WriteFile(gate, id, "segment0.m4s", "the bytes of a segment");
        WriteFile(gate, id, "stream.m3u8", Playlist);
    }

    /// <summary>The same with its end written.</summary>
    public static void PutFinished(Gate gate, string id)
    {
        WriteFile(gate, id, "segment0.m4s", "the bytes of a segment");
        WriteFile(gate, id, "stream.m3u8", Playlist + "#EXT-X-ENDLIST\n");
    }

    /// <summary>The stream that comes with the program: two renditions of 15 segments, complete.</summary>
    public static void PutDemo(Gate gate, string id)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "demo-stream");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(gate.Streams, id, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static void WriteFile(Gate gate, string id, string name, string content)
    {
        var path = Path.Combine(gate.Streams, id, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        File.SetLastWriteTimeUtc(path, gate.Now.UtcDateTime);
    }
}
