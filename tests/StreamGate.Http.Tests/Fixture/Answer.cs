using System.Text;

namespace StreamGate.Http.Tests.Fixture;

/// <summary>What came back.</summary>
public sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, IReadOnlyList<string> Cookies, byte[] Bytes)
{
    private static readonly string[] ProblemNames = ["error", "status", "title", "traceId"];

    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public JsonElement Data => Json.GetProperty("data");

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Headers.Concat(response.Content.Headers).ToDictionary(pair => pair.Key, pair => string.Join(", ", pair.Value), StringComparer.OrdinalIgnoreCase),
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
        await response.Content.ReadAsByteArrayAsync());

    /// <summary>Checks the one shape of all errors, with these members beside the usual ones.</summary>
    public void IsProblem(int status, string error, params string[] more)
    {
        Assert.Equal((status, "application/problem+json"), (Status, Header("Content-Type")));
        Assert.Equal(ProblemNames.Concat(more).Order(StringComparer.Ordinal), Json.Names());
        Assert.Equal(error, Json.GetProperty("error").GetString());
        Assert.Equal(status, Json.GetProperty("status").GetInt32());
        Assert.NotEqual("", Json.GetProperty("title").GetString());
        Assert.NotEqual("", Json.GetProperty("traceId").GetString());
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
    }

    /// <summary>The shape of an error, whatever its sentence.</summary>
    public void IsProblemAbout(int status) =>
        IsProblem(status, Json.Text("error"), Json.TryGetProperty("field", out _) ? ["field"] : []);

    /// <summary>A 400 whose sentence and <c>field</c> name the field at fault.</summary>
    public void IsInvalid(string field, string reason)
    {
        IsProblem(400, $"{field}: {reason}", "field");
        Assert.Equal(field, Json.GetProperty("field").GetString());
    }
}
