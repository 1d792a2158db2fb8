using System.Diagnostics;
using StreamGate.Gateway.Composition;
using StreamGate.Hosting.Configuration;

namespace StreamGate.Benchmarks.Processes;

/// <summary>How the programs of a benchmark are started.</summary>
internal static class Programs
{
    /// <summary>The gateway as it ships, on a data folder of its own and nothing from this process's settings.</summary>
    public static Task<Server> StartGatewayAsync(string dataFolder, CancellationToken cancel)
    {
        var port = Ports.Free();
        var program = Dotnet(typeof(GatewayKestrel).Assembly.Location);
        foreach (var name in program.Environment.Keys.Where(IsSetting).ToArray())
        {
            program.Environment.Remove(name);
        }

        program.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        program.Environment["STREAMGATE_DATA"] = dataFolder;
        program.Environment["PORT"] = port.ToString(CultureInfo.InvariantCulture);
        program.Environment["StreamGate__RateLimiting__ValidatePerMinute"] = "1000";
        return Server.StartAsync(program, port, "health/ready", cancel);
    }

    /// <summary>This program again, as a child; it gets a port as its last argument.</summary>
    public static Task<Server> StartChildAsync(string readyPath, CancellationToken cancel, params string[] arguments)
    {
        var port = Ports.Free();
        return Server.StartAsync(Child([.. arguments, port.ToString(CultureInfo.InvariantCulture)]), port, readyPath, cancel);
    }

    public static ProcessStartInfo Child(params string[] arguments) => Dotnet([typeof(Programs).Assembly.Location, "child", .. arguments]);

    private static ProcessStartInfo Dotnet(params string[] arguments) =>
        new(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet", arguments) { WorkingDirectory = AppContext.BaseDirectory };

    private static bool IsSetting(string name) =>
        EstablishedEnvironment.Names.ContainsKey(name) || name.StartsWith("StreamGate__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);
}
