using System.Text.Json;
using StreamGate.Cli.Output;

namespace StreamGate.Cli.Admin;

/// <summary>What a server says about its refusal, as one line for a person.</summary>
public static class ServerSentence
{
    /// <summary>The answer's <c>error</c>, or its status when it has none, and when to come back after a 429 or 503.</summary>
    public static async Task<string> OfAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var sentence = Parse(await answer.Content.ReadAsStringAsync(cancel))
            ?? $"The gateway answered {(int)answer.StatusCode} {answer.ReasonPhrase}.";
        return answer.Headers.RetryAfter?.Delta is { } wait
            ? $"{Plain.Line(sentence)} Try again in {wait.TotalSeconds} s."
            : Plain.Line(sentence);
    }

    private static string? Parse(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String
                ? error.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
