using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using StreamGate.Data.Audit;
using StreamGate.Gateway.Admin;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>POST /api/admin/login and /logout.</summary>
public static class SignIn
{
    private static readonly ApiProblem Refused = new(StatusCodes.Status401Unauthorized, "Invalid credentials");

    public sealed record LoginRequest(string? Password);

    public sealed record LoginAnswer(bool Success);

    public static async Task<Results<Ok<DataAnswer<LoginAnswer>>, ApiProblem>> LoginAsync(Body<LoginRequest> body, HttpContext context, AdminPassword password, Audit audit)
    {
        if (body.Value.Password is not { Length: > 0 } given)
        {
            return ApiProblem.Invalid("password", "is required");
        }

        if (!password.Matches(given))
        {
            await audit.WriteAsync(audit.OfAdmin(context, AuditActions.AdminLogin, "denied"));
            return Refused;
        }

        await audit.WriteAsync(audit.OfAdmin(context, AuditActions.AdminLogin));
        var identity = new ClaimsIdentity([new Claim(AdminAuthentication.StampClaim, password.Stamp)], AdminAuthentication.Scheme);
        await context.SignInAsync(AdminAuthentication.Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        return TypedResults.Ok(new DataAnswer<LoginAnswer>(new LoginAnswer(true)));
    }

    public static async Task<Ok<DataAnswer<LoginAnswer>>> LogoutAsync(HttpContext context, Audit audit)
    {
        await audit.WriteAsync(audit.OfAdmin(context, AuditActions.AdminLogout));
        await context.SignOutAsync(AdminAuthentication.Scheme);
        return TypedResults.Ok(new DataAnswer<LoginAnswer>(new LoginAnswer(true)));
    }
}
