namespace StreamGate.Media.Origins;

/// <summary>Reads whole files.</summary>
public static class OriginContentExtensions
{
    /// <summary>All bytes, or null when the file ended before its length. The caller has checked that the length is one to hold in memory.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>?> ReadAllAsync(this OriginContent content, CancellationToken cancellation = default)
    {
        if (content.Bytes is { } held)
        {
            return held;
        }

        var bytes = GC.AllocateUninitializedArray<byte>(checked((int)content.Length));
        for (var at = 0; at < bytes.Length;)
        {
            var read = await content.ReadAsync(at, bytes.AsMemory(at), cancellation);
            if (read == 0)
            {
                return null;
            }

            at += read;
        }

        return bytes;
    }
}
