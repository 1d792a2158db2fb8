using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests;

/// <summary>A folder with a stream root in it, and room outside the root for what must not be reached.</summary>
public sealed class TempRoot : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("streamgate-media-");

    public TempRoot() => Directory.CreateDirectory(Root);

    public Guid Stream { get; } = Guid.Parse("0199d3a0-0000-7000-8000-000000000001");

    public string Root => Path.Join(_folder.FullName, "streams");

    public string Outside(string name) => Path.Join(_folder.FullName, name);

    public string FileOf(string path) => Path.Join(Root, Stream.ToString("D"), path);

    public byte[] Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public byte[] Write(string path, byte[] bytes)
    {
        var file = FileOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
        return bytes;
    }

    public MediaKey Key(string path) =>
        ContentPath.TryParse(path, out var content) ? new MediaKey(Stream, content) : throw new ArgumentException(path, nameof(path));

    /// <summary>Bytes that tell where they are in a file.</summary>
    public static byte[] Pattern(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(i * 31 + i / 251))];

    public void Dispose() => _folder.Delete(recursive: true);
}
