using System.Text.Json;

namespace StreamGate.Gateway.Tests.Support;

/// <summary>Reads answers.</summary>
public static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    public static async Task<string> ErrorAsync(this HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("error").GetString()!;
}
