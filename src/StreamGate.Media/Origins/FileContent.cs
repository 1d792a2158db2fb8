using Microsoft.Win32.SafeHandles;

namespace StreamGate.Media.Origins;

/// <summary>An open file. Its one owner disposes it.</summary>
internal sealed class FileContent(MediaType type, SafeFileHandle handle, long length, DateTimeOffset lastModified)
    : OriginContent(type, length, lastModified)
{
    public override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellation) =>
        RandomAccess.ReadAsync(handle, buffer, offset, cancellation);

    protected override void Dispose(bool disposing) => handle.Dispose();
}
