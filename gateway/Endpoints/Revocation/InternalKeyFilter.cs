using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StreamGate.Gateway.Http;
using StreamGate.Hosting.Options;

namespace StreamGate.Gateway.Endpoints.Revocation;

/// <summary>Lets in who sends the internal API key. Hashes are compared, so that neither the time taken nor a length tells anything.</summary>
public sealed class InternalKeyFilter(IOptionsMonitor<InternalOptions> options) : IEndpointFilter
{
    public const string Header = "X-Internal-Api-Key";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers[Header].ToString()));
        var right = SHA256.HashData(Encoding.UTF8.GetBytes(options.CurrentValue.ApiKey));
        return CryptographicOperations.FixedTimeEquals(given, right) ? await next(context) : ApiProblem.Of(StatusCodes.Status401Unauthorized);
    }
}
