using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Media.Live;
using StreamGate.Media.Origins;

namespace StreamGate.Gateway.Media;

/// <summary>Puts the media gate into a gateway.</summary>
public static class MediaGateExtensions
{
    /// <summary>
    /// Adds the media gate over the local origin. Needs <see cref="Playback.IPlaybackTokens"/>, <see cref="Playback.ISessionAuthorizer"/> and a
    /// <see cref="TimeProvider"/>. An <see cref="IOrigin"/> or <see cref="IManifestSource"/> that is registered already is kept.
    /// </summary>
    public static IServiceCollection AddMediaGate(this IServiceCollection services, Action<MediaGateOptions> configure)
    {
        services.AddOptions<MediaGateOptions>().Configure(configure).ValidateDataAnnotations()
            .Validate(options => IsValid(options.Cache), "Cache has a value out of its range.").ValidateOnStart();
        services.AddMetrics();
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<MediaGateOptions>>().Value;
            return new CachedOrigin(new LocalOrigin(options.StreamRoot), options.Cache, provider.GetRequiredService<TimeProvider>());
        });
        services.TryAddSingleton<IOrigin>(provider => provider.GetRequiredService<CachedOrigin>());
        services.TryAddSingleton<IManifestSource, LocalManifestSource>();
        services.TryAddSingleton<IStreamProbe, StreamProbe>();
        services.AddSingleton<MediaMetrics>().AddSingleton<MediaCors>().AddSingleton<MediaResponder>().AddSingleton<MediaGate>();
        return services;
    }

    /// <summary>
    /// Answers everything under <c>/streams/</c>. Goes before routing, so <c>UseRouting</c> must be called, after this; before it belong
    /// only forwarded headers and the exception handler.
    /// </summary>
    public static IApplicationBuilder UseMediaGate(this IApplicationBuilder app)
    {
        var gate = app.ApplicationServices.GetRequiredService<MediaGate>();
        var strict = SecurityHeaders.IsStrict(app.ApplicationServices);
        return app.Use(next => context =>
        {
            if (!MediaTarget.TryRead(context, out var target))
            {
                return next(context);
            }

            SecurityHeaders.Apply(context, strict);
            return gate.ServeAsync(context, target);
        });
    }

    private static bool IsValid(CachedOriginOptions cache) =>
        System.ComponentModel.DataAnnotations.Validator.TryValidateObject(cache, new(cache), null, validateAllProperties: true);
}
