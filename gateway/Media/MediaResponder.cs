using System.Globalization;
using System.Security.Cryptography;
using StreamGate.Gateway.Http;
using StreamGate.Media.Http;
using StreamGate.Media.Origins;
using StreamGate.Media.Playlists;

namespace StreamGate.Gateway.Media;

/// <summary>Answers an authorised request with an open file: header fields, conditions (RFC 9110, section 13), ranges (section 14), bytes.</summary>
internal sealed class MediaResponder(IOrigin origin, MediaMetrics metrics, ILogger<MediaResponder> logger)
{
    /// <summary>The answer when the file can't be had or fails before its first bytes.</summary>
    public static readonly ApiProblem SourceUnavailable = new(StatusCodes.Status502BadGateway, "Stream source unavailable");

    private static readonly ApiProblem OutOfRange = new(StatusCodes.Status416RangeNotSatisfiable, "Range not satisfiable");

    public Task SendAsync(HttpContext context, MediaKey key, OriginContent content, MediaCredential credential) =>
        content.Type.Kind == MediaKind.Segment
            ? SendAsync(context, content, "private, max-age=31536000, immutable", content.Bytes is null ? "file" : "memory")
            : SendPlaylistAsync(context, key, content, credential);

    private async Task SendPlaylistAsync(HttpContext context, MediaKey key, OriginContent content, MediaCredential credential)
    {
        MemoryContent? read = null;
        try
        {
            read = await content.ReadPlaylistAsync(context.RequestAborted);
        }
        catch (IOException failure)
        {
            MediaLog.OriginFailed(logger, context.Request.Path, failure.GetType().Name);
        }

        if (read is not { } playlist)
        {
            await SourceUnavailable.WriteAsync(context);
            return;
        }

        var cacheControl = await IsCompleteAsync(key, playlist, context.RequestAborted) switch
        {
            false => "no-cache, no-store",
            // Shared caches keep answers to Authorization to themselves unasked (RFC 9111, section 3.5), but not those to a query or a cookie.
            true => credential.Source == CredentialSource.Header ? "max-age=86400" : "private, max-age=86400",
        };
        var isRewritten = content.Type.Kind == MediaKind.Playlist && credential.Source == CredentialSource.Query;
        using var answer = isRewritten ? Rewrite(context.Request, playlist, credential.Token.ToString()) : playlist;
        await SendAsync(context, answer, cacheControl, isRewritten ? "rewritten" : "memory");
    }

    private async ValueTask<bool> IsCompleteAsync(MediaKey key, MemoryContent playlist, CancellationToken cancellation) =>
        playlist.Facts.IsEnded
        || await origin.FollowAsync(key, playlist, cancellation) is OriginResult.Found { Content: MemoryContent { Facts.IsEnded: true } };

    // Other bytes, so another strong validator.
    private static MemoryContent Rewrite(HttpRequest request, MemoryContent playlist, string token)
    {
        var bytes = PlaylistTokens.Carry(playlist.Bytes!.Value.Span, token, request.Scheme, request.Host.Value ?? string.Empty);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}\"";
        return new MemoryContent(playlist.Type, bytes, playlist.LastModified, etag);
    }

    private Task SendAsync(HttpContext context, OriginContent content, string cacheControl, string source)
    {
        var request = context.Request.Headers;
        var response = context.Response;
        var headers = response.Headers;
        headers.CacheControl = cacheControl;
        headers.ETag = content.ETag;
        headers.LastModified = content.LastModifiedText;
        if ((request.IfNoneMatch.Count > 0 || request.IfModifiedSince.Count > 0)
            && Preconditions.IsCurrent(request.IfNoneMatch, request.IfModifiedSince, content.ETag, content.LastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.AcceptRanges = "bytes";
        var part = new ByteRange(0, content.Length);
        var isHead = HttpMethods.IsHead(context.Request.Method);
        if (!isHead && request.Range.Count == 1 // A range means nothing to HEAD (section 14.2).
            && Preconditions.AllowsRange(request.IfRange, content.ETag, content.LastModifiedText)
            && ByteRange.Parse(request.Range[0], content.Length) is { } range)
        {
            if (range.Length == 0)
            {
                headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{content.Length}");
                return OutOfRange.WriteAsync(context);
            }

            part = range;
            headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {part.Offset}-{part.Offset + part.Length - 1}/{content.Length}");
            response.StatusCode = StatusCodes.Status206PartialContent;
        }

        response.ContentType = content.Type.ContentType;
        response.ContentLength = part.Length;
        if (isHead)
        {
            return Task.CompletedTask;
        }

        metrics.Sent(part.Length, source);
        return content.Bytes is { } bytes
            ? MediaBody.WriteAsync(response, bytes.Slice((int)part.Offset, (int)part.Length))
            : CopyAsync(context, content, part);
    }

    private async Task CopyAsync(HttpContext context, OriginContent content, ByteRange part)
    {
        try
        {
            await MediaBody.CopyAsync(context.Response, content, part, context.RequestAborted);
        }
        catch (IOException failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            MediaLog.OriginFailed(logger, context.Request.Path, failure.GetType().Name);
            if (context.Response.HasStarted)
            {
                context.Abort(); // The length is promised: the viewer must see that this is not all of it.
                return;
            }

            context.Response.Headers.ContentRange = default;
            context.Response.Headers.ETag = default;
            context.Response.Headers.LastModified = default;
            context.Response.Headers.AcceptRanges = default;
            await SourceUnavailable.WriteAsync(context);
        }
    }
}
