using StreamGate.Gateway.Admin;
using StreamGate.Gateway.Endpoints.Reference;
using StreamGate.Gateway.RateLimiting;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>The admin console's API.</summary>
public static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup("/api/admin").WithTags("Admin console").AddEndpointFilter<SameOriginFilter>().AddEndpointFilter<NoStoreFilter>().WithErrors(403, 503);
        door.MapPost("/login", SignIn.LoginAsync)
            .LimitedBy(RateLimitPolicies.AdminLogin)
            .WithSummary("Sign in. Sets the admin_session cookie for eight hours.")
            .WithErrors(400, 401, 413, 415, 429);

        var admin = door.MapGroup("").RequireAuthorization(AdminAuthentication.Policy).WithCredential(SecuritySchemes.AdminSession).WithErrors(401);
        admin.MapPost("/logout", SignIn.LogoutAsync).WithSummary("Sign out. The session ends on the server too.");
        admin.MapGet("/dashboard", Dashboard.ReadAsync).WithSummary("The figures that the console opens with.");
        admin.MapEventAdministration();
        admin.MapTicketAdministration();
    }
}
