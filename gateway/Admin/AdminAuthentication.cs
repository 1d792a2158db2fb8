using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Admin;

/// <summary>Signs admins in with ASP.NET's cookie authentication: eight hours, however busy.</summary>
public static class AdminAuthentication
{
    public const string Scheme = "admin";
    public const string Policy = "admin";
    public const string CookieName = "admin_session";
    public const string StampClaim = "stamp";

    private static readonly TimeSpan SessionLength = TimeSpan.FromHours(8);

    public static IServiceCollection AddAdminAuthentication(this IServiceCollection services, DataFolder data)
    {
        PrivateFile.CreateFolder(data.Keys);
        services.AddDataProtection().SetApplicationName("StreamGate").PersistKeysToFileSystem(new DirectoryInfo(data.Keys));
        services.AddSingleton<AdminSessions>();
        services.AddSingleton<AdminPassword>();
        services.AddAuthentication(Scheme).AddCookie(Scheme);
        services.AddOptions<CookieAuthenticationOptions>(Scheme).Configure<AdminSessions, IHostEnvironment>(Shape);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
        return services;
    }

    private static void Shape(CookieAuthenticationOptions options, AdminSessions sessions, IHostEnvironment environment)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = false;
        options.SessionStore = sessions;
        options.Events.OnRedirectToLogin = context => AnswerWith(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerWith(context, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = EndIfPasswordChanged;
    }

    private static Task AnswerWith(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task EndIfPasswordChanged(CookieValidatePrincipalContext context)
    {
        var password = context.HttpContext.RequestServices.GetRequiredService<AdminPassword>();
        if (!password.IsStampOfNow(context.Principal?.FindFirst(StampClaim)?.Value))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }
}
