using System.Text.Json.Serialization;

namespace StreamGate.Gateway.Media;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MediaProblem))]
internal sealed partial class MediaProblemJson : JsonSerializerContext;
