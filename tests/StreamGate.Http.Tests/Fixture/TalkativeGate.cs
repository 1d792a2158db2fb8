using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace StreamGate.Http.Tests.Fixture;

/// <summary>A gate that logs as much as an operator can ask it to, and whose log is kept.</summary>
public sealed class TalkativeGate : Gate
{
    public CapturedLog Log { get; } = new();

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Logging:LogLevel:Default"] = "Trace",
    };

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(Log);
}
