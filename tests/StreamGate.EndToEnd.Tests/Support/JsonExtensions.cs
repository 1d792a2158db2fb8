namespace StreamGate.EndToEnd.Tests.Support;

internal static class JsonExtensions
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
