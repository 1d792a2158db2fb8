using System.Globalization;
using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Endpoints;

/// <summary>What viewers are told when a ticket does not open its event.</summary>
public static class ViewerErrors
{
    public static ApiProblem UnknownCode { get; } =
        new(StatusCodes.Status401Unauthorized, "Invalid code. Please check your ticket and try again.");

    public static ApiProblem Revoked { get; } =
        new(StatusCodes.Status403Forbidden, "This code has been revoked. Please contact the event organizer.");

    public static ApiProblem EventOff { get; } = new(StatusCodes.Status403Forbidden, "This event is no longer available.");

    public static ApiProblem InUse { get; } =
        new(StatusCodes.Status409Conflict, "This access code is currently in use on another device.") { InUse = true };

    public static ApiProblem SessionNotFound { get; } = new(StatusCodes.Status404NotFound, "Session not found");

    public static ApiProblem SessionConflict { get; } = new(StatusCodes.Status409Conflict, "Session conflict");

    /// <summary>Without a token, or with one that is not good any more; which, is not said.</summary>
    public static ApiProblem NoToken { get; } = ApiProblem.Of(StatusCodes.Status401Unauthorized);

    /// <summary>The date is in UTC, because the gateway does not know the viewer's time zone.</summary>
    public static ApiProblem Expired(DateTimeOffset accessEndedAt) => new(
        StatusCodes.Status410Gone,
        $"This code has expired. Access was available until {accessEndedAt.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)}.");
}
