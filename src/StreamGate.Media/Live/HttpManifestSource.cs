using System.Net;
using System.Net.Http.Headers;

namespace StreamGate.Media.Live;

/// <summary>
/// Asks another gateway with HEAD and a probe token. It must answer within two seconds. HEAD shows when the manifest was written and not
/// what is in it: a master playlist, which is written once, looks the same while its stream is live and when it is over.
/// </summary>
/// <param name="client">Its base address is the other gateway's.</param>
/// <param name="probeToken">Makes a token that opens HEAD on the stream for some seconds.</param>
public sealed class HttpManifestSource(HttpClient client, Func<Guid, string> probeToken, TimeProvider clock) : IManifestSource
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    public async ValueTask<ManifestLook> LookAsync(Guid stream, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Head, $"streams/{stream:D}/stream.m3u8");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", probeToken(stream));
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new ManifestLook.Seen(response.Content.Headers.LastModified, response.Headers.ETag?.ToString(), Ended: null),
                HttpStatusCode.NotFound => new ManifestLook.Missing(),
                _ => new ManifestLook.Unreachable(),
            };
        }
        catch (HttpRequestException)
        {
            return new ManifestLook.Unreachable();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ManifestLook.Unreachable();
        }
    }
}
