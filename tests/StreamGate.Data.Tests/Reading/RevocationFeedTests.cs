using StreamGate.Data.Queries;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Tests.Reading;

public sealed class RevocationFeedTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync() => _catalogue = await TestCatalogue.OpenAsync();

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task Revocations_that_stand_are_told_from_the_asked_millisecond_on_oldest_first()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        var second = await _catalogue.AddTicketAsync(id, RevokedAt(2));
        var first = await _catalogue.AddTicketAsync(id, RevokedAt(1));
        await _catalogue.AddTicketAsync(id, RevokedAt(0));
        await _catalogue.AddTicketAsync(id);

        var feed = await SinceAsync(1);

        Assert.Equal([new(first.Code, At(1)), new(second.Code, At(2))], feed.Revocations.AsEnumerable());
        Assert.Null(feed.CompleteUntil);
        Assert.Empty(feed.EventDeactivations);
    }

    [Fact]
    public async Task An_event_is_off_from_its_earlier_switch_with_the_codes_that_were_ever_redeemed()
    {
        var off = await _catalogue.AddEventAsync("off", row => row with { DeactivatedAt = At(5), ArchivedAt = At(3) });
        var redeemed = await _catalogue.AddTicketAsync(off.Id, row => row with { RedeemedAt = At(1) });
        await _catalogue.AddTicketAsync(off.Id);
        await _catalogue.AddEventAsync("on");

        var deactivation = Assert.Single((await SinceAsync(3)).EventDeactivations);

        Assert.Equal((off.Id, At(3)), (deactivation.Event, deactivation.DeactivatedAt));
        Assert.Equal([redeemed.Code], deactivation.TokenCodes.AsEnumerable());
        Assert.Empty((await SinceAsync(4)).EventDeactivations);
    }

    [Fact]
    public async Task A_deleted_event_is_told_with_the_codes_that_it_had()
    {
        var row = await _catalogue.AddEventAsync();
        var redeemed = await _catalogue.AddTicketAsync(row.Id, ticket => ticket with { RedeemedAt = At(1) });
        await _catalogue.AddTicketAsync(row.Id);
        await _catalogue.Catalogue.DeleteEventAsync(row.Id, _catalogue.AnyAudit);

        var deactivation = Assert.Single((await SinceAsync(0)).EventDeactivations);

        Assert.Equal((row.Id, At(0)), (deactivation.Event, deactivation.DeactivatedAt));
        Assert.Equal([redeemed.Code], deactivation.TokenCodes.AsEnumerable());
        Assert.Empty((await SinceAsync(1)).EventDeactivations);
    }

    [Fact]
    public async Task Too_many_revocations_for_one_answer_come_in_several_and_none_is_left_out()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        TicketRow[] rows = [.. Enumerable.Range(0, RevocationQueries.Limit + 500).Select(i => RevokedAt(i / 300)(_catalogue.NewTicket(id)))];
        await _catalogue.Catalogue.AddTicketsAsync([.. rows], _catalogue.AnyAudit);

        var first = await SinceAsync(0);
        var rest = await _catalogue.Revocations.SinceAsync(first.CompleteUntil!.Value, default);

        Assert.InRange(first.Revocations.Length, RevocationQueries.Limit, RevocationQueries.Limit + 300);
        Assert.Null(rest.CompleteUntil);
        Assert.Equal(rows.Select(row => row.Code).ToHashSet(), first.Revocations.Concat(rest.Revocations).Select(item => item.Code).ToHashSet());
        Assert.Equal(rows.Length, first.Revocations.Length + rest.Revocations.Length);
    }

    [Fact]
    public async Task Codes_of_events_that_are_off_are_bounded_and_the_events_are_not_left_out()
    {
        var older = (await _catalogue.AddEventAsync("older", row => row with { DeactivatedAt = At(1) })).Id;
        var newer = (await _catalogue.AddEventAsync("newer", row => row with { DeactivatedAt = At(2) })).Id;
        var rows = Enumerable.Range(0, 9000).SelectMany(_ => new[] { older, newer })
            .Select(id => _catalogue.NewTicket(id, row => row with { RedeemedAt = At(0) }));
        await _catalogue.Catalogue.AddTicketsAsync([.. rows], _catalogue.AnyAudit);

        var feed = await SinceAsync(0);

        Assert.Equal([older, newer], feed.EventDeactivations.Select(item => item.Event));
        Assert.Equal([9000, 1000], feed.EventDeactivations.Select(item => item.TokenCodes.Length));
    }

    private static DateTimeOffset At(int milliseconds) => TestCatalogue.Start.AddMilliseconds(milliseconds);

    private static Func<TicketRow, TicketRow> RevokedAt(int milliseconds) => row => row with { RevokedAt = At(milliseconds) };

    private Task<RevocationFeed> SinceAsync(int milliseconds) => _catalogue.Revocations.SinceAsync(At(milliseconds), default);
}
