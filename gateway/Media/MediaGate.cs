using Orleans.Runtime;
using StreamGate.Contracts.Playback;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Playback;
using StreamGate.Media.Origins;

namespace StreamGate.Gateway.Media;

/// <summary>
/// The media endpoint, <c>/streams/{eventId}/{**path}</c>. It is the hot path, so it stands before routing and costs neither I/O nor a
/// log line when all is well. No step gives a byte of media before the ones above it have agreed.
/// </summary>
internal sealed class MediaGate(
    IPlaybackTokens tokens,
    ISessionAuthorizer authorizer,
    IOrigin origin,
    MediaResponder responder,
    MediaCors cors,
    MediaMetrics metrics,
    ILogger<MediaGate> logger)
{
    public async Task ServeAsync(HttpContext context, MediaTarget target)
    {
        var request = context.Request;
        cors.Stamp(context);

        // 1. The method.
        var head = HttpMethods.IsHead(request.Method);
        if (!head && !HttpMethods.IsGet(request.Method))
        {
            await (HttpMethods.IsOptions(request.Method) ? cors.AnswerPreflight(context) : RefuseMethod(context, target));
            return;
        }

        // 2. A token, wherever the player could put it.
        var credential = MediaCredential.Of(request);
        if (credential.Token.IsEmpty)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Refuse(context, target, null, MediaRefusal.NoToken, credential.Source.ToString());
            return;
        }

        // 3. Its signature and times.
        if (tokens.Verify(credential.Token.Span) is not { } verified)
        {
            await Refuse(context, target, null, MediaRefusal.BadToken, credential.Source.ToString());
            return;
        }

        // 4. The path that it opens, and the event that it is for.
        if (target.Event != verified.Claims.Event || !target.Path.StartsWith(verified.PathPrefix, StringComparison.Ordinal))
        {
            await Refuse(context, target, verified, MediaRefusal.WrongPath, verified.PathPrefix);
            return;
        }

        // 5. A probe sees header fields and never asks a session, which it has none of. Anybody else's session is asked.
        if (verified.IsProbe)
        {
            if (!head)
            {
                await Refuse(context, target, verified, MediaRefusal.ProbeWithoutHead, null);
                return;
            }
        }
        else if (await AskSession(context, target, verified) is not AuthorizeOutcome.Allowed)
        {
            return;
        }

        await AnswerAsync(context, target, verified, credential);
    }

    private async Task AnswerAsync(HttpContext context, MediaTarget target, VerifiedToken verified, MediaCredential credential)
    {
        // 6. The file. Only now may the answer tell whether there is one.
        if (target.Content is not { } path)
        {
            await Refuse(context, target, verified, MediaRefusal.BadContentPath, null);
            return;
        }

        try
        {
            var key = new MediaKey(verified.Claims.Event.Value, path);
            switch (await origin.OpenAsync(key, context.RequestAborted))
            {
                case OriginResult.Found found:
                    // 7. The answer.
                    metrics.Allowed();
                    using (found.Content)
                    {
                        await responder.SendAsync(context, key, found.Content, credential);
                    }

                    return;
                case OriginResult.Unavailable unavailable:
                    MediaLog.OriginFailed(logger, target.Path, unavailable.Reason);
                    await Refuse(context, target, verified, MediaRefusal.OriginFailed, unavailable.Reason);
                    return;
                default:
                    await Refuse(context, target, verified, MediaRefusal.NoSuchFile, null);
                    return;
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The viewer left.
        }
    }

    /// <summary>The session's word; when it is not yes, or there is none, the request has been answered.</summary>
    private async ValueTask<AuthorizeOutcome?> AskSession(HttpContext context, MediaTarget target, VerifiedToken verified)
    {
        try
        {
            // A path that no media can have is not for the session to see.
            var outcome = await authorizer.AuthorizeAsync(verified.Claims, target.Content is null ? verified.PathPrefix : target.Path);
            if (outcome is not AuthorizeOutcome.Allowed)
            {
                await Refuse(context, target, verified, MediaRefusal.SessionRefused, outcome.ToString());
            }

            return outcome;
        }
        catch (Exception failure) when (failure is OrleansException or TimeoutException)
        {
            MediaLog.AuthorizerFailed(logger, failure, verified.Claims.Ticket.Short, target.Path);
            await Refuse(context, target, verified, MediaRefusal.AuthorizerFailed, null);
            return null;
        }
    }

    private Task RefuseMethod(HttpContext context, MediaTarget target)
    {
        context.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        return Refuse(context, target, null, MediaRefusal.BadMethod, null);
    }

    private Task Refuse(HttpContext context, MediaTarget target, VerifiedToken? verified, MediaRefusal reason, string? detail)
    {
        metrics.Refused(reason);
        MediaLog.Refused(logger, LevelOf(reason), context.Request.Method, target.Path, verified?.Claims.Ticket.Short, reason, detail);
        var problem = reason switch
        {
            MediaRefusal.NoToken => ApiProblem.Of(StatusCodes.Status401Unauthorized),
            MediaRefusal.BadContentPath or MediaRefusal.NoSuchFile => ApiProblem.Of(StatusCodes.Status404NotFound),
            MediaRefusal.OriginFailed => MediaResponder.SourceUnavailable,
            MediaRefusal.AuthorizerFailed => ApiProblem.Unavailable("Service temporarily unavailable"),
            MediaRefusal.BadMethod => ApiProblem.Of(StatusCodes.Status405MethodNotAllowed),
            _ => ApiProblem.Of(StatusCodes.Status403Forbidden),
        };
        return problem.WriteAsync(context);
    }

    // A refused token of ours is news to an operator: somebody was thrown out, or plays where he may not. Anybody can send the rest, as often as he likes.
    private static LogLevel LevelOf(MediaRefusal reason) =>
        reason is MediaRefusal.SessionRefused or MediaRefusal.WrongPath or MediaRefusal.ProbeWithoutHead ? LogLevel.Information : LogLevel.Debug;
}
