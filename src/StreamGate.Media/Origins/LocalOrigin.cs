using Microsoft.Win32.SafeHandles;

namespace StreamGate.Media.Origins;

/// <summary>Media files below a folder: <c>{root}/{event id}/{path}</c>.</summary>
/// <param name="root">The folder, which an operator or a packager fills; viewers never write to it.</param>
public sealed class LocalOrigin(string root) : IOrigin
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    public ValueTask<OriginResult> OpenAsync(MediaKey key, CancellationToken cancellation)
    {
        try
        {
            return new(Open(key));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It was there a moment ago: gone, locked, or the disk fails.
            return new(new OriginResult.Unavailable($"{failure.GetType().Name} on opening"));
        }
    }

    private OriginResult Open(MediaKey key)
    {
        if (ContainedPath.Resolve(_root, $"{key.Stream:D}/{key.Path.Value}") is not { } path)
        {
            return OriginResult.NotFound.Instance;
        }

        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return Directory.Exists(_root) ? OriginResult.NotFound.Instance : new OriginResult.Unavailable("the stream root is missing");
        }

        // A packager's file before its first write is empty, and so are pipes and devices to look at; opening a pipe would wait for ever.
        return file.Length == 0 ? OriginResult.NotFound.Instance : Read(key, path);
    }

    private static OriginResult Read(MediaKey key, string path)
    {
        var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        try
        {
            return new OriginResult.Found(Describe(key, handle));
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    // Asked of the open file, so that the validators are those of the bytes that will be read.
    private static FileContent Describe(MediaKey key, SafeFileHandle handle) =>
        new(key.Path.Type, handle, RandomAccess.GetLength(handle), new DateTimeOffset(File.GetLastWriteTimeUtc(handle)));
}
