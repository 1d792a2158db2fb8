using System.Text.Encodings.Web;
using System.Text.Json;

namespace StreamGate.Gateway.Http;

/// <summary>How the HTTP contract writes JSON: camelCase, times as UTC with a Z.</summary>
public static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Made();

    /// <summary>Makes a serializer's options those of the contract.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new UtcTimeConverter());
        options.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        // Answers are JSON documents and never part of a page, so that only JSON's own escapes are needed.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
