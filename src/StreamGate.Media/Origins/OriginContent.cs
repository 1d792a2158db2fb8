using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace StreamGate.Media.Origins;

/// <summary>An open media file and its validators (RFC 9110, section 8.8).</summary>
public abstract class OriginContent : IDisposable
{
    protected OriginContent(MediaType type, long length, DateTimeOffset lastModified, string? etag = null)
    {
        Type = type;
        Length = length;
        LastModified = lastModified;
        LastModifiedText = HeaderUtilities.FormatDate(lastModified);
        ETag = etag ?? string.Create(CultureInfo.InvariantCulture, $"\"{length:x}-{lastModified.UtcTicks:x}\"");
    }

    public MediaType Type { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>As exact as the origin keeps it; HTTP only sees its whole seconds.</summary>
    public DateTimeOffset LastModified { get; }

    /// <summary><see cref="LastModified"/> as a header's value.</summary>
    public string LastModifiedText { get; }

    /// <summary>A strong validator, quotes included, made of length and modification time unless the origin knows better.</summary>
    public string ETag { get; }

    /// <summary>All bytes when they are in memory, and then for ever the same; null when they must be read.</summary>
    public virtual ReadOnlyMemory<byte>? Bytes => null;

    /// <summary>Reads some bytes from <paramref name="offset"/> on; 0 at the end. Throws <see cref="IOException"/> when storage fails.</summary>
    public abstract ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellation);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
