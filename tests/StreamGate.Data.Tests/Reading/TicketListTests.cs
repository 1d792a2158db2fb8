using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Tickets;
using StreamGate.Data.Queries;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Tests.Reading;

public sealed class TicketListTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync() => _catalogue = await TestCatalogue.OpenAsync();

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task A_status_is_the_strongest_that_holds()
    {
        var live = (await _catalogue.AddEventAsync("live")).Id;
        var over = (await _catalogue.AddEventAsync("over", row => row with { Details = row.Details with { EndsAt = TestCatalogue.Start.AddHours(-2) } })).Id;
        await _catalogue.AddTicketAsync(live, Labelled("unused"));
        await _catalogue.AddTicketAsync(live, row => Redeemed(row) with { Label = "redeemed" });
        await _catalogue.AddTicketAsync(live, row => Revoked(Redeemed(row)) with { Label = "revoked, redeemed before" });
        await _catalogue.AddTicketAsync(over, Labelled("expired, never used"));
        await _catalogue.AddTicketAsync(over, row => Redeemed(row) with { Label = "expired, used" });
        await _catalogue.AddTicketAsync(over, row => Revoked(row) with { Label = "revoked, expired since" });

        Assert.Equal(["unused"], await LabelsAsync(new TicketFilter(Status: TicketStatus.Unused)));
        Assert.Equal(["redeemed"], await LabelsAsync(new TicketFilter(Status: TicketStatus.Redeemed)));
        Assert.Equal(["expired, never used", "expired, used"], await LabelsAsync(new TicketFilter(Status: TicketStatus.Expired)));
        Assert.Equal(["revoked, expired since", "revoked, redeemed before"], await LabelsAsync(new TicketFilter(Status: TicketStatus.Revoked)));
        Assert.Equal(["revoked, expired since"], await LabelsAsync(new TicketFilter(over, TicketStatus.Revoked)));
        Assert.All((await PageAsync(new TicketFilter(over, TicketStatus.Expired))).Items, ticket => Assert.Equal(TicketStatus.Expired, ticket.Status));
        Assert.Equal(new TicketCounts(1, 1, 0, 1), (await _catalogue.Events.FindAsync(live, default))!.Tickets);
        Assert.Equal(new TicketCounts(0, 0, 2, 1), (await _catalogue.Events.FindAsync(over, default))!.Tickets);
        Assert.Equal(new TicketCounts(1, 1, 2, 2), (await _catalogue.Events.DashboardAsync(default)).Tickets);
    }

    [Fact]
    public async Task A_ticket_expires_just_after_its_event_s_end_and_window_and_a_reschedule_moves_that()
    {
        var row = await _catalogue.AddEventAsync();
        var ticket = await _catalogue.AddTicketAsync(row.Id);
        _catalogue.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(TicketStatus.Unused, (await FindAsync(ticket.Id)).Status);
        _catalogue.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TicketStatus.Expired, (await FindAsync(ticket.Id)).Status);

        await _catalogue.ChangeEventAsync(row.Id, old => old with { Details = old.Details with { AccessWindowHours = 2 } });

        Assert.Equal(TicketStatus.Unused, (await FindAsync(ticket.Id)).Status);
        Assert.Equal(TestCatalogue.Start.AddHours(3), (await FindAsync(ticket.Id)).ExpiresAt);
    }

    [Fact]
    public async Task A_listing_shows_the_row_and_its_event()
    {
        var row = await _catalogue.AddEventAsync("Harvest");
        var session = new LeaseRow(SessionId.New(_catalogue.Clock), 1, TestCatalogue.Start, null);
        var ticket = await _catalogue.AddTicketAsync(row.Id, old => Redeemed(old) with { Label = "Row 7", Leases = [session, session] });

        Assert.Equal(
            new TicketListing(ticket.Id, ticket.Code, row.Id, "Harvest", "Row 7", TicketStatus.Redeemed, TestCatalogue.Start, TestCatalogue.Start.AddHours(2), TestCatalogue.Start, "203.0.113.7", null, 2),
            await FindAsync(ticket.Id));
        Assert.Null(await _catalogue.Tickets.FindAsync(TicketId.New(_catalogue.Clock), default));
    }

    [Theory]
    [InlineData("bcdef", new[] { "100% wool" })]
    [InlineData("GHIJkL", new[] { "100% wool" })]
    [InlineData("%", new[] { "100% wool" })]
    [InlineData("0% W", new[] { "100% wool" })]
    [InlineData("_", new[] { "snake_case" })]
    [InlineData("\\", new[] { "back\\slash" })]
    [InlineData("' OR 1=1 --", new string[0])]
    [InlineData("nobody", new string[0])]
    [InlineData("   ", new[] { "100% wool", "back\\slash", "snake_case" })]
    [InlineData(" wool ", new[] { "100% wool" })]
    public async Task A_search_finds_parts_of_codes_and_labels_and_takes_them_literally(string search, string[] expected)
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        Assert.True(TicketCode.TryParse("aBcDeFgHiJkL", out var code) & TicketCode.TryParse("111111111111", out var ones) & TicketCode.TryParse("222222222222", out var twos));
        await _catalogue.AddTicketAsync(id, row => row with { Code = code, Label = "100% wool" });
        await _catalogue.AddTicketAsync(id, row => row with { Code = ones, Label = "snake_case" });
        await _catalogue.AddTicketAsync(id, row => row with { Code = twos, Label = "back\\slash" });

        Assert.Equal(expected, await LabelsAsync(new TicketFilter(Search: search)));
        Assert.Equal(expected, await LabelsAsync(new TicketFilter(id, TicketStatus.Unused, search)));
    }

    [Fact]
    public async Task Pages_run_from_the_newest_ticket_to_the_oldest_with_and_without_a_search()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        for (var i = 1; i <= 5; i++)
        {
            await _catalogue.AddTicketAsync(id, Labelled($"ticket {i}"));
            _catalogue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        foreach (var filter in new[] { new TicketFilter(), new TicketFilter(id), new TicketFilter(Search: "ticket") })
        {
            Assert.Equal(["ticket 5", "ticket 4"], (await PageAsync(filter, 1, 2)).Items.Select(ticket => ticket.Label));
            var last = await PageAsync(filter, 3, 2);
            Assert.Equal(["ticket 1"], last.Items.Select(ticket => ticket.Label));
            Assert.Equal((3, 2, 5), (last.Page, last.Limit, last.Total));
            Assert.Empty((await PageAsync(filter, int.MaxValue, int.MaxValue)).Items);
            Assert.Equal(5, (await PageAsync(filter, -3, 100)).Items.Length);
        }
    }

    [Fact]
    public async Task An_export_has_every_ticket_of_the_event_once_oldest_first()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        List<TicketRow> rows = [];
        for (var batch = 0; batch < 5; batch++)
        {
            rows.AddRange(Enumerable.Range(0, 500).Select(_ => _catalogue.NewTicket(id)));
            _catalogue.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _catalogue.Catalogue.AddTicketsAsync([.. rows], _catalogue.AnyAudit);
        await Rows.Seeded.InAsync(_catalogue);
        List<TicketListing> exported = [];
        await foreach (var ticket in _catalogue.Tickets.ExportAsync(id, default))
        {
            exported.Add(ticket);
        }

        Assert.Equal(rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id.ToString(), StringComparer.Ordinal).Select(row => row.Id), exported.Select(ticket => ticket.Id));
    }

    [Fact]
    public async Task Many_tickets_are_found_by_id_at_once_up_to_a_thousand()
    {
        var (_, ticket) = await Rows.Seeded.InAsync(_catalogue);

        Assert.Equal([ticket.Id], (await _catalogue.Tickets.FindManyAsync([ticket.Id, TicketId.New(_catalogue.Clock)], default)).Select(found => found.Id));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            _catalogue.Tickets.FindManyAsync([.. Enumerable.Range(0, 1001).Select(_ => TicketId.New(_catalogue.Clock))], default));
    }

    [Fact]
    public async Task A_ticket_whose_leases_are_unreadable_does_not_take_the_list_away()
    {
        await Rows.Seeded.InAsync(_catalogue);
        _catalogue.Tamper("UPDATE access_tokens SET leases = 'not json'");

        Assert.Equal(0, Assert.Single((await PageAsync(new TicketFilter())).Items).Devices);
    }

    private static Func<TicketRow, TicketRow> Labelled(string label) => row => row with { Label = label };

    private static TicketRow Redeemed(TicketRow row) => row with { RedeemedAt = TestCatalogue.Start, RedeemedIp = "203.0.113.7" };

    private static TicketRow Revoked(TicketRow row) => row with { RevokedAt = TestCatalogue.Start };

    private async Task<TicketListing> FindAsync(TicketId id) => (await _catalogue.Tickets.FindAsync(id, default))!;

    private Task<PageOf<TicketListing>> PageAsync(TicketFilter filter, int page = 1, int limit = 50) =>
        _catalogue.Tickets.PageAsync(filter, page, limit, default);

    private async Task<IEnumerable<string?>> LabelsAsync(TicketFilter filter)
    {
        var page = await PageAsync(filter);
        Assert.Equal(page.Total, page.Items.Length);
        return page.Items.Select(ticket => ticket.Label).Order(StringComparer.Ordinal);
    }
}
