using System.Text.Json.Serialization;

namespace StreamGate.Gateway.Http;

/// <summary>Every error's body: problem details (RFC 9457) with the sentence for a person as <c>error</c>.</summary>
/// <param name="Error">What is wrong, for a person.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="TraceId">Names this request in the logs.</param>
public sealed record ErrorBody(string Error, string Title, int Status, string TraceId)
{
    /// <summary>The JSON field or parameter at fault.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>True when another device holds the ticket.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? InUse { get; init; }

    /// <summary>What else a program must know of this one error (RFC 9457, section 3.2). Its names are written as they are.</summary>
    [JsonExtensionData]
    public IDictionary<string, object>? Members { get; init; }
}
