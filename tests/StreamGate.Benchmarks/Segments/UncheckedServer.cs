using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using StreamGate.Gateway.Composition;
using StreamGate.Gateway.Http;
using StreamGate.Gateway.Media;
using StreamGate.Media.Origins;

namespace StreamGate.Benchmarks.Segments;

/// <summary>
/// The baseline: Kestrel tuned as the gateway's, the gateway's own cache, header fields and writing, and no check of who asks.
/// </summary>
internal static class UncheckedServer
{
    public const string ChildName = "unchecked";

    public const string ReadyPath = "ready";

    public static async Task<int> RunAsync(string streams, int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.AddGatewayLogging();
        builder.WebHost.UseKestrel(kestrel => kestrel.ListenAnyIP(port));
        builder.WebHost.ConfigureKestrelForMedia();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddMediaGate(gate => gate.StreamRoot = streams);

        await using var app = builder.Build();
        var origin = app.Services.GetRequiredService<IOrigin>();
        var responder = app.Services.GetRequiredService<MediaResponder>();
        var cors = app.Services.GetRequiredService<MediaCors>();
        app.Run(async context =>
        {
            if (!MediaTarget.TryRead(context, out var target) || target is not { Event: { } id, Content: { } path })
            {
                context.Response.StatusCode = context.Request.Path == "/" + ReadyPath ? 200 : 404;
                return;
            }

            SecurityHeaders.Apply(context);
            cors.Stamp(context);
            var key = new MediaKey(id.Value, path);
            if (await origin.OpenAsync(key, context.RequestAborted) is not OriginResult.Found found)
            {
                context.Response.StatusCode = 404;
                return;
            }

            using (found.Content)
            {
                await responder.SendAsync(context, key, found.Content, default);
            }
        });
        await app.RunAsync();
        return 0;
    }
}
