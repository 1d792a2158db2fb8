using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamGate.Gateway.Http;

/// <summary>Reads ISO 8601 times that carry an offset; writes them in UTC with milliseconds and a Z.</summary>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IsoTime.TryParse(reader.GetString(), out var time)
            ? time
            : throw new JsonException(IsoTime.Expected);

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture));
}
