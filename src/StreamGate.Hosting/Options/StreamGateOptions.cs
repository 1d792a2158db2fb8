using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StreamGate.Hosting.Secrets;
using StreamGate.Hosting.Startup;

namespace StreamGate.Hosting.Options;

/// <summary>Binds every section of <c>StreamGate</c>, fills in drawn secrets, and has it all checked before anything starts.</summary>
public static class StreamGateOptions
{
    /// <param name="data">The data folder, under which missing secrets are drawn.</param>
    public static IServiceCollection AddStreamGateOptions(this IServiceCollection services, DataFolder data)
    {
        services.AddSingleton(data);
        services.AddSingleton<SecretFiles>();
        services.AddSection<HttpOptions>("Http");
        services.AddSection<RateLimitingOptions>("RateLimiting");
        services.AddSection<MediaOptions>("Media")
            .PostConfigure(options => options.StreamRoot = options.StreamRoot.Length > 0 ? Path.GetFullPath(options.StreamRoot) : data.Streams);
        services.AddSection<PlaybackOptions>("Playback")
            .PostConfigure<SecretFiles>((options, secrets) => options.SigningSecret = options.SigningSecret is { Length: > 0 } given ? given : secrets.SigningSecret());
        services.AddSection<InternalOptions>("Internal")
            .PostConfigure<SecretFiles>((options, secrets) => options.ApiKey = options.ApiKey is { Length: > 0 } given ? given : secrets.InternalApiKey());
        services.AddSection<AdminOptions>("Admin")
            .PostConfigure<SecretFiles>((options, secrets) => options.PasswordHash = options.PasswordHash is { Length: > 0 } given ? given : secrets.AdminPasswordHash());
        return services;
    }

    private static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, string name)
        where T : class
    {
        services.AddSingleton<IValidateOptions<T>, AnnotatedOptions<T>>();
        return services.AddOptions<T>().BindConfiguration($"StreamGate:{name}").ValidateOnStart();
    }
}
