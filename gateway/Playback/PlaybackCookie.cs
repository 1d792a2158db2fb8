using StreamGate.Contracts.Ids;

namespace StreamGate.Gateway.Playback;

/// <summary>The playback token as a cookie, for players that can set no header; sent for its own event's paths only.</summary>
public static class PlaybackCookie
{
    public const string Name = "playback_session";

    public static void Set(HttpContext context, EventId id, string token) =>
        context.Response.Cookies.Append(Name, token, Shape(context, id, PlaybackTokens.Lifetime));

    public static void Clear(HttpContext context, EventId id) => context.Response.Cookies.Delete(Name, Shape(context, id, null));

    private static CookieOptions Shape(HttpContext context, EventId id, TimeSpan? maxAge) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = !context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment(),
        Path = $"/streams/{id}/",
        MaxAge = maxAge,
    };
}
