namespace StreamGate.Data.Audit;

/// <summary>The names of what is audited.</summary>
public static class AuditActions
{
    public const string TicketValidated = "ticket.validated";
    public const string TicketsIssued = "tickets.issued";
    public const string TicketRevoked = "ticket.revoked";
    public const string TicketUnrevoked = "ticket.unrevoked";
    public const string SessionStarted = "session.started";
    public const string SessionReleased = "session.released";
    public const string SessionTimedOut = "session.timed-out";
    public const string SessionSuperseded = "session.superseded";
    public const string TokenIssued = "token.issued";
    public const string TokenRefreshed = "token.refreshed";
    public const string EventCreated = "event.created";
    public const string EventUpdated = "event.updated";
    public const string EventDeactivated = "event.deactivated";
    public const string EventReactivated = "event.reactivated";
    public const string EventArchived = "event.archived";
    public const string EventUnarchived = "event.unarchived";
    public const string EventDeleted = "event.deleted";
    public const string AdminLogin = "admin.login";
    public const string AdminLogout = "admin.logout";
    public const string TicketsExported = "tickets.exported";
}
