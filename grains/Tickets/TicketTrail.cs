using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Playback;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;

namespace StreamGate.Grains.Tickets;

/// <summary>The audit entries of one ticket at one instant.</summary>
/// <param name="Row">Its row, or null when the code was never issued.</param>
internal readonly record struct TicketTrail(TicketKey Key, TicketRow? Row, DateTimeOffset Now)
{
    public AuditEntry Validated(Caller caller, string outcome = "ok") => Entry(caller, AuditActions.TicketValidated, outcome);

    public AuditEntry Started(Caller caller, SessionId session) => Entry(caller, AuditActions.SessionStarted) with { Session = session };

    public AuditEntry Ended(EndedLease ended) => Entry(Caller.System, Action(ended.Reason)) with { Session = ended.Row.Session };

    public AuditEntry Entry(Caller caller, string action, string outcome = "ok") => new(Now, caller, action, outcome)
    {
        Ticket = Key,
        TicketId = Row?.Id,
        Event = Row?.Event,
    };

    private static string Action(SessionEnd reason) =>
        reason is SessionEnd.TimedOut ? AuditActions.SessionTimedOut : AuditActions.SessionSuperseded;
}
