using System.Reflection;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>The programs as the build left them.</summary>
internal static class BuiltPrograms
{
    public static string Gateway => PathOf("Gateway");

    public static string CommandLine => PathOf("CommandLine");

    /// <summary>The folder that the gateway runs from; nothing may ever be written there.</summary>
    public static string GatewayFolder => Path.GetDirectoryName(Gateway)!;

    /// <summary>The demo stream's files as they were made.</summary>
    public static string DemoStream => Path.Combine(GatewayFolder, "demo-stream");

    private static string PathOf(string program) =>
        typeof(BuiltPrograms).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == program).Value!;
}
