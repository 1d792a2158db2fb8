using StreamGate.Gateway.RateLimiting;

namespace StreamGate.Gateway.Endpoints.Tickets;

/// <summary>What a ticket's holder asks for.</summary>
public static class TicketEndpoints
{
    public static void MapTickets(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/api/tokens").WithTags("Viewers").LimitedBy(RateLimitPolicies.Validate).WithErrors(400, 413, 415, 429, 503);
        tickets.MapPost("/validate", ValidateTicket.HandleAsync)
            .WithSummary("Redeem a code: it takes the ticket for this device and answers with a playback token.")
            .WithErrors(401, 403, 409, 410);
    }
}
