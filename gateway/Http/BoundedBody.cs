namespace StreamGate.Gateway.Http;

/// <summary>Reads a request's body without letting it grow.</summary>
public static class BoundedBody
{
    /// <summary>Bytes that a body may have unless the contract says otherwise.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const int Chunk = 16 * 1024;

    /// <summary>The whole body. Throws a 413 <see cref="RequestFault"/> past <paramref name="maxBytes"/>.</summary>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            throw TooLarge();
        }

        using var body = new MemoryStream();
        var buffer = new byte[Chunk];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + read > maxBytes)
            {
                throw TooLarge();
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static RequestFault TooLarge() => new(ApiProblem.Of(StatusCodes.Status413PayloadTooLarge));
}
