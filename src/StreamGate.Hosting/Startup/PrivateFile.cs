using System.Text;

namespace StreamGate.Hosting.Startup;

/// <summary>Files that only their owner may read (0600), written whole or not at all.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// Replaces the file: a temporary neighbour is written, flushed to the disk and renamed, so that a crash leaves the old content or
    /// the new one and never half of it. The neighbour that a crash leaves behind is what the next attempt writes over.
    /// </summary>
    public static void Write(string path, string content)
    {
        var temporary = $"{path}.new";
        File.Delete(temporary);
        using (var stream = new FileStream(temporary, OptionsForOwner()))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Makes a folder that only its owner may enter (0700).</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private static FileStreamOptions OptionsForOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }
}
