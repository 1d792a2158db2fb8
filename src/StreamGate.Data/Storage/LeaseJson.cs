using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Storage;

/// <summary>A ticket's leases as its row keeps them: a JSON array with camelCase names and ISO 8601 times, or null when there is none.</summary>
internal static partial class LeaseJson
{
    public static string? Write(ImmutableArray<LeaseRow> leases) => leases.IsDefaultOrEmpty
        ? null
        : JsonSerializer.Serialize([.. leases.Select(lease => new Lease(lease.Session.Value, lease.Epoch, lease.GrantedAt, lease.Ip))], Shape.Default.LeaseArray);

    /// <summary>Throws <see cref="JsonException"/> on anything that <see cref="Write"/> does not write.</summary>
    public static ImmutableArray<LeaseRow> Read(string? json) => json is null
        ? []
        : [.. Parse(json).Select(lease => new LeaseRow(new SessionId(lease.Session), lease.Epoch, lease.GrantedAt, lease.Ip))];

    /// <summary>How many there are; 0 when the text is unreadable, so that one bad row can't take a whole list away.</summary>
    public static int Count(string? json)
    {
        try
        {
            return json is null ? 0 : Parse(json).Length;
        }
        catch (JsonException)
        {
            return 0;
        }
    }

    private static Lease[] Parse(string json) =>
        JsonSerializer.Deserialize(json, Shape.Default.LeaseArray) is { } leases && !leases.Contains(null)
            ? leases
            : throw new JsonException("A lease is missing.");

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true)]
    [JsonSerializable(typeof(Lease[]))]
    private sealed partial class Shape : JsonSerializerContext;

    private sealed record Lease(Guid Session, long Epoch, DateTimeOffset GrantedAt, string? Ip);
}
