using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace StreamGate.Hosting.Configuration;

/// <summary>Where settings come from.</summary>
public static class StreamGateConfiguration
{
    /// <summary>
    /// Adds, at the bottom, the <c>appsettings.json</c> that lies beside the program (wherever it was started from), and at the top the
    /// established environment names, which are also accepted as plain settings.
    /// </summary>
    public static void AddStreamGate(this IConfigurationManager configuration)
    {
        configuration.Sources.Insert(0, new JsonConfigurationSource
        {
            FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
            Path = "appsettings.json",
            Optional = true,
        });

        var given = EstablishedEnvironment.Names.Keys.ToDictionary(name => name, name => configuration[name], StringComparer.Ordinal);
        configuration.Add(new EstablishedEnvironment(given.GetValueOrDefault));
    }
}
