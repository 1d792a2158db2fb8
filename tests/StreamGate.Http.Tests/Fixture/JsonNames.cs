namespace StreamGate.Http.Tests.Fixture;

public static class JsonNames
{
    /// <summary>An object's property names in alphabetical order.</summary>
    public static IEnumerable<string> Names(this JsonElement json) => json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString()!;

    public static int Number(this JsonElement json, string name) => json.GetProperty(name).GetInt32();

    public static DateTimeOffset Time(this JsonElement json, string name) => json.GetProperty(name).GetDateTimeOffset();

    public static bool IsNull(this JsonElement json, string name) => json.GetProperty(name).ValueKind == JsonValueKind.Null;
}
