using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Admin;

/// <summary>
/// A request that changes something and comes with the admin cookie must prove that one of our own pages sent it. One without the cookie
/// (signing in) must at least not come from somebody else's page.
/// </summary>
public sealed class SameOriginFilter(IOptionsMonitor<HttpOptions> http) : IEndpointFilter
{
    private static readonly ApiProblem Refused =
        new(StatusCodes.Status403Forbidden, "This request must come from this site. Send Sec-Fetch-Site: same-origin, or an Origin that is ours.");

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsAllowed(context.HttpContext.Request) ? next(context) : ValueTask.FromResult<object?>(Refused);

    private bool IsAllowed(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        var proof = SameOrigin.Judge(request, http.CurrentValue);
        return proof == SameOriginProof.Proven
            || (proof == SameOriginProof.Absent && !request.Cookies.ContainsKey(AdminAuthentication.CookieName));
    }
}
