using StreamGate.Contracts.Ids;
using StreamGate.Data.Audit;
using StreamGate.Data.Tests.Rows;

namespace StreamGate.Data.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync() => _catalogue = await TestCatalogue.OpenAsync();

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task An_entry_is_read_back_as_it_was_appended()
    {
        var (row, ticket) = await Seeded.InAsync(_catalogue);
        var session = SessionId.New(_catalogue.Clock);
        var at = TestCatalogue.Start.AddMilliseconds(1234);
        await _catalogue.Audit.AppendAsync(new AuditEntry(at, Caller.Viewer("2001:db8::1"), AuditActions.TicketValidated, "in-use")
        {
            Event = row.Id,
            TicketId = ticket.Id,
            Ticket = ticket.Code.Key,
            Session = session,
            Detail = "2 devices",
        });

        var line = (await _catalogue.AuditQueries.PageAsync(new AuditFilter(ticket.Id), 1, 10, default)).Items.Single();
        Assert.Equal(
            new AuditLine(line.Id, at, Caller.Viewer("2001:db8::1"), "ticket.validated", "in-use", row.Id, ticket.Id, ticket.Code.Key.Value[..12], session, "2 devices"),
            line);
    }

    [Fact]
    public async Task Entries_are_found_by_ticket_by_event_and_all_newest_first()
    {
        var (row, ticket) = await Seeded.InAsync(_catalogue);
        await _catalogue.Audit.AppendAsync(
            new AuditEntry(TestCatalogue.Start, Caller.System, "by-id") { TicketId = ticket.Id },
            new AuditEntry(TestCatalogue.Start, Caller.System, "by-hash") { Ticket = ticket.Code.Key },
            new AuditEntry(TestCatalogue.Start, Caller.Admin("192.0.2.1"), "of-event") { Event = row.Id },
            new AuditEntry(TestCatalogue.Start, Caller.System, "other") { Ticket = TicketCode.Draw().Key });

        Assert.Equal(["by-hash", "by-id"], await ActionsAsync(new AuditFilter(Ticket: ticket.Id)));
        Assert.Equal(["of-event"], await ActionsAsync(new AuditFilter(Event: row.Id)));
        Assert.Equal(["other", "of-event", "by-hash", "by-id", "tickets.issued"], await ActionsAsync(new AuditFilter()));
        var second = await _catalogue.AuditQueries.PageAsync(new AuditFilter(), 2, 2, default);
        Assert.Equal(["by-hash", "by-id"], second.Items.Select(line => line.Action));
        Assert.Equal(5, second.Total);
    }

    [Fact]
    public async Task No_entry_holds_a_code_or_a_whole_hash()
    {
        var (row, ticket) = await Seeded.InAsync(_catalogue);
        await _catalogue.Audit.AppendAsync(_catalogue.AnyAudit with { Ticket = ticket.Code.Key, TicketId = ticket.Id, Event = row.Id });

        var everything = "SELECT COUNT(*) FROM audit_log WHERE concat(caller, ip, action, outcome, event_id, ticket_id, ticket_hash, session_id, detail)";
        Assert.Equal(1, _catalogue.Tamper($"{everything} LIKE '%{ticket.Code.Key.Value[..12]}%'"));
        Assert.Equal(0, _catalogue.Tamper($"{everything} LIKE '%{ticket.Code.Key.Value[..13]}%'"));
        Assert.Equal(0, _catalogue.Tamper($"{everything} LIKE '%{ticket.Code.Reveal()}%'"));
    }

    private async Task<IEnumerable<string>> ActionsAsync(AuditFilter filter) =>
        (await _catalogue.AuditQueries.PageAsync(filter, 1, 10, default)).Items.Select(line => line.Action);
}
