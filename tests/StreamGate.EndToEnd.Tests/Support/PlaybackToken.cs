using System.Text;
using System.Text.Json.Nodes;
using Jose;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>Tokens made by somebody who has the signing secret, or has not.</summary>
internal static class PlaybackToken
{
    public static JsonElement PayloadOf(string token) => JsonElement.Parse(Base64Url.Decode(token.Split('.')[1]));

    /// <summary>The same token with other claims, properly signed with the secret in the data folder.</summary>
    public static string Sign(GateFolder folder, string token, Action<JsonObject> change)
    {
        var claims = JsonNode.Parse(Base64Url.Decode(token.Split('.')[1]))!.AsObject();
        change(claims);
        var secret = Encoding.UTF8.GetBytes(File.ReadAllText(folder.In("secrets", "signing-secret")).Trim());
        return JWT.Encode(claims.ToJsonString(), secret, JwsAlgorithm.HS256, JWT.Headers(token));
    }

    /// <summary>The same token with other claims under the old signature.</summary>
    public static string Forge(string token, Action<JsonObject> change)
    {
        var parts = token.Split('.');
        var claims = JsonNode.Parse(Base64Url.Decode(parts[1]))!.AsObject();
        change(claims);
        return $"{parts[0]}.{Base64Url.Encode(Encoding.UTF8.GetBytes(claims.ToJsonString()))}.{parts[2]}";
    }
}
