namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>What came back, whole.</summary>
internal sealed record Answer(HttpStatusCode Status, string? ContentType, byte[] Body)
{
    public JsonElement Json => JsonElement.Parse(Body);

    public string? Error => Json.GetProperty("error").GetString();

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>Fails with the answer's own words when it has another status.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected, and {(int)Status} came: {System.Text.Encoding.UTF8.GetString(Body)}");
        return this;
    }

    public static async Task<Answer> OfAsync(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }
}
