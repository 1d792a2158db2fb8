using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Media;

namespace StreamGate.Media.Tests.Gate;

public class OptionsTests
{
    [Fact]
    public void Wrong_settings_are_refused_with_a_word_on_what_to_do()
    {
        Assert.Contains("StreamRoot", Error(options => options.StreamRoot = ""), StringComparison.Ordinal);
        Assert.Contains("CORS_ALLOWED_ORIGIN", Error(options => options.AllowedOrigin = "*"), StringComparison.Ordinal);
        Assert.Contains("CORS_ALLOWED_ORIGIN", Error(options => options.AllowedOrigin = "https://x.example/"), StringComparison.Ordinal);
        Assert.Contains("Cache", Error(options => options.Cache.MaxBytes = -1), StringComparison.Ordinal);
        Assert.Contains("Cache", Error(options => options.Cache.PlaylistFreshness = TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
        Assert.Empty(Error(_ => { }));
    }

    private static string Error(Action<MediaGateOptions> spoil)
    {
        var services = new ServiceCollection();
        services.AddMediaGate(options =>
        {
            options.StreamRoot = "streams";
            spoil(options);
        });
        using var provider = services.BuildServiceProvider();
        try
        {
            _ = provider.GetRequiredService<IOptions<MediaGateOptions>>().Value;
            return string.Empty;
        }
        catch (OptionsValidationException refused)
        {
            return refused.Message;
        }
    }
}
