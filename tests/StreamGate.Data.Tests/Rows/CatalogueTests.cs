using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;
using StreamGate.Data.Audit;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Tests.Rows;

public sealed class CatalogueTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync() => _catalogue = await TestCatalogue.OpenAsync();

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task Tickets_and_their_audit_entry_are_written_together()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        var tickets = Enumerable.Range(0, 500).Select(_ => _catalogue.NewTicket(id)).ToArray();

        Assert.True(await _catalogue.Catalogue.AddTicketsAsync([.. tickets], _catalogue.AnyAudit));
        Assert.Equal(500, _catalogue.Tamper("SELECT COUNT(*) FROM access_tokens"));
        Assert.Equal(1, _catalogue.Tamper("SELECT COUNT(*) FROM audit_log"));
        Assert.Equal("1", (await _catalogue.ReadTicketAsync(tickets[499].Code)).ETag);
    }

    [Fact]
    public async Task One_code_that_is_taken_and_nothing_is_written()
    {
        var (row, taken) = await Seeded.InAsync(_catalogue);
        var tickets = Enumerable.Range(0, 10).Select(i => _catalogue.NewTicket(row.Id, ticket => i == 9 ? ticket with { Code = taken.Code } : ticket));

        Assert.False(await _catalogue.Catalogue.AddTicketsAsync([.. tickets], _catalogue.AnyAudit));
        Assert.Equal(1, _catalogue.Tamper("SELECT COUNT(*) FROM access_tokens"));
        Assert.Equal(1, _catalogue.Tamper("SELECT COUNT(*) FROM audit_log"));
    }

    [Fact]
    public async Task Codes_that_differ_in_case_only_are_two_tickets()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        Assert.True(TicketCode.TryParse("abcdefghijkl", out var lower) & TicketCode.TryParse("ABCDEFGHIJKL", out var upper));
        await _catalogue.AddTicketAsync(id, row => row with { Code = lower });
        var other = await _catalogue.AddTicketAsync(id, row => row with { Code = upper });

        Assert.Equal(other.Id, (await _catalogue.ReadTicketAsync(upper)).State.Id);
    }

    [Fact]
    public async Task Deleting_an_event_takes_its_tickets_and_leaves_its_audit_trail()
    {
        var (row, ticket) = await Seeded.InAsync(_catalogue);
        var (_, kept) = await Seeded.InAsync(_catalogue);
        await _catalogue.AddTicketAsync(row.Id);
        await _catalogue.Audit.AppendAsync(_catalogue.AnyAudit with { Event = row.Id });

        var deleted = await _catalogue.Catalogue.DeleteEventAsync(row.Id, _catalogue.AnyAudit with { Action = AuditActions.EventDeleted, Event = row.Id });

        Assert.Equal(2, deleted);
        Assert.False((await _catalogue.ReadTicketAsync(ticket.Code)).RecordExists);
        Assert.True((await _catalogue.ReadTicketAsync(kept.Code)).RecordExists);
        Assert.Null(await _catalogue.Events.FindAsync(row.Id, default));
        var trail = await _catalogue.AuditQueries.PageAsync(new AuditFilter(Event: row.Id), 1, 10, default);
        Assert.Equal([AuditActions.EventDeleted, AuditActions.TicketsIssued], trail.Items.Select(line => line.Action));
        Assert.Equal(0, await _catalogue.Catalogue.DeleteEventAsync(row.Id, _catalogue.AnyAudit));
    }

    [Fact]
    public async Task A_board_starts_with_revoked_tickets_until_two_minutes_after_their_access()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        await _catalogue.AddTicketAsync(id);
        var revoked = await _catalogue.AddTicketAsync(id, row => row with { RevokedAt = TestCatalogue.Start });
        var accessEnds = TestCatalogue.Start.AddHours(2);
        var notice = new TicketNotice(revoked.Code.Key, 1, Revoked: true, accessEnds.AddMinutes(2));

        Assert.Equal([notice], (await _catalogue.Catalogue.ReadBoardAsync(TestCatalogue.Start)).Tickets.AsEnumerable());
        Assert.Equal([notice], (await _catalogue.Catalogue.ReadBoardAsync(accessEnds.AddSeconds(119))).Tickets.AsEnumerable());
        Assert.Empty((await _catalogue.Catalogue.ReadBoardAsync(accessEnds.AddSeconds(120))).Tickets);
    }

    [Fact]
    public async Task A_board_starts_with_events_that_are_off_rescheduled_or_gone()
    {
        var ends = TestCatalogue.Start.AddHours(2);
        await _catalogue.AddEventAsync("on");
        var off = await _catalogue.AddEventAsync("off", row => row with { DeactivatedAt = TestCatalogue.Start });
        var archived = await _catalogue.AddEventAsync("archived", row => row with { ArchivedAt = TestCatalogue.Start });
        var moved = await _catalogue.AddEventAsync("moved");
        await _catalogue.ChangeEventAsync(moved.Id, row => row with { Details = row.Details with { EndsAt = row.Details.EndsAt.AddHours(5) } });
        var (gone, _) = await Seeded.InAsync(_catalogue);
        await _catalogue.Catalogue.DeleteEventAsync(gone.Id, _catalogue.AnyAudit);

        EventNotice[] expected =
        [
            new(off.Id, 1, IsAvailable: false, ends),
            new(archived.Id, 1, IsAvailable: false, ends),
            new(moved.Id, 2, IsAvailable: true, ends.AddHours(5)),
            new(gone.Id, long.MaxValue, IsAvailable: false, ends),
        ];
        Assert.Equal(expected.ToHashSet(), (await _catalogue.Catalogue.ReadBoardAsync(TestCatalogue.Start)).Events.ToHashSet());
    }

    [Fact]
    public async Task A_tombstone_older_than_thirty_days_goes_with_the_next_deletion()
    {
        var first = await _catalogue.AddEventAsync();
        var second = await _catalogue.AddEventAsync();
        await _catalogue.Catalogue.DeleteEventAsync(first.Id, _catalogue.AnyAudit);
        _catalogue.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, _catalogue.Tamper("SELECT COUNT(*) FROM deleted_events"));
        await _catalogue.Catalogue.DeleteEventAsync(second.Id, _catalogue.AnyAudit);

        Assert.Equal(1, _catalogue.Tamper($"SELECT COUNT(*) FROM deleted_events WHERE id = '{second.Id}'"));
        Assert.Equal(0, _catalogue.Tamper($"SELECT COUNT(*) FROM deleted_events WHERE id = '{first.Id}'"));
    }
}
