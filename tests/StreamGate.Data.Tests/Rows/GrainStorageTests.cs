using Orleans;
using Orleans.Storage;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Data.Rows;
using StreamGate.Data.Storage;

namespace StreamGate.Data.Tests.Rows;

public sealed class GrainStorageTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync() => _catalogue = await TestCatalogue.OpenAsync();

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Fact]
    public async Task A_ticket_that_was_never_issued_reads_as_an_empty_state()
    {
        var state = await _catalogue.ReadTicketAsync(TicketCode.Draw());

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Equal(default, state.State.Id);
    }

    [Fact]
    public async Task A_ticket_is_read_back_as_it_was_written_with_its_version_as_etag()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        var ticket = _catalogue.NewTicket(id, row => row with { Label = "Row 7 — Zoë", Epoch = 1 });
        var state = new StateOf<TicketRow>(ticket);
        await WriteAsync(state);
        Assert.Equal("1", state.ETag);

        state.State = state.State with
        {
            RedeemedAt = TestCatalogue.Start.AddMinutes(1),
            RedeemedIp = "203.0.113.7",
            RevokedAt = TestCatalogue.Start.AddMinutes(2),
            Epoch = 4,
            Leases = [new LeaseRow(SessionId.New(_catalogue.Clock), 3, TestCatalogue.Start, "203.0.113.7"), new LeaseRow(SessionId.New(_catalogue.Clock), 4, TestCatalogue.Start, null)],
        };
        await WriteAsync(state);

        var read = await _catalogue.ReadTicketAsync(ticket.Code);
        Assert.True(read.RecordExists);
        Assert.Equal("2", read.ETag);
        Assert.Equal(state.State.Leases.ToArray(), read.State.Leases.ToArray());
        Assert.Equal(state.State with { Leases = default }, read.State with { Leases = default });
    }

    [Fact]
    public async Task An_event_is_read_back_as_it_was_written()
    {
        var written = await _catalogue.AddEventAsync("Ça ira", row => row with
        {
            Details = row.Details with { Description = "Two\nlines", PosterUrl = "https://example.org/p.png", DevicesPerTicket = 3, OnExtraDevice = ExtraDevicePolicy.ReplaceOldest },
            DeactivatedAt = TestCatalogue.Start,
            ArchivedAt = TestCatalogue.Start.AddSeconds(1),
        });

        var read = new StateOf<EventRow>();
        await _catalogue.Storage.ReadStateAsync(CatalogueStates.Event, TestCatalogue.IdOf(written.Id), read);
        Assert.Equal(written, read.State);
        Assert.Equal(1, read.State.Version);
    }

    [Fact]
    public async Task Of_a_hundred_racing_first_writers_exactly_one_wins()
    {
        var id = (await _catalogue.AddEventAsync()).Id;
        var code = TicketCode.Draw();
        var tasks = Enumerable.Range(0, 100)
            .Select(_ => WriteAsync(new StateOf<TicketRow>(_catalogue.NewTicket(id, row => row with { Code = code }))))
            .ToArray();
        await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.Equal(1, tasks.Count(task => task.IsCompletedSuccessfully));
        Assert.All(tasks.Where(task => task.IsFaulted), task => Assert.IsType<InconsistentStateException>(task.Exception!.InnerException));
    }

    [Fact]
    public async Task Of_racing_updates_from_one_version_exactly_one_wins_and_epochs_never_go_back()
    {
        var ticket = await _catalogue.AddTicketAsync((await _catalogue.AddEventAsync()).Id);
        var states = await Task.WhenAll(Enumerable.Range(1, 50).Select(async epoch =>
        {
            var state = await _catalogue.ReadTicketAsync(ticket.Code);
            state.State = state.State with { Epoch = epoch };
            return state;
        }));
        var tasks = states.Select(WriteAsync).ToArray();
        await Task.WhenAll(tasks).ContinueWith(_ => { }, TaskScheduler.Default);

        var winner = Assert.Single(states, state => state.ETag == "2");
        Assert.Equal(1, tasks.Count(task => task.IsCompletedSuccessfully));
        Assert.Equal(winner.State.Epoch, (await _catalogue.ReadTicketAsync(ticket.Code)).State.Epoch);
    }

    [Fact]
    public async Task A_stale_write_is_refused_and_changes_nothing()
    {
        var ticket = await _catalogue.AddTicketAsync((await _catalogue.AddEventAsync()).Id);
        var stale = await _catalogue.ReadTicketAsync(ticket.Code);
        var fresh = await _catalogue.ReadTicketAsync(ticket.Code);
        fresh.State = fresh.State with { RevokedAt = TestCatalogue.Start };
        await WriteAsync(fresh);

        stale.State = stale.State with { Label = "stale" };
        await Assert.ThrowsAsync<InconsistentStateException>(() => WriteAsync(stale));

        var read = (await _catalogue.ReadTicketAsync(ticket.Code)).State;
        Assert.Equal(TestCatalogue.Start, read.RevokedAt);
        Assert.Null(read.Label);
        Assert.Equal("1", stale.ETag);
    }

    [Fact]
    public async Task Clearing_takes_the_version_that_was_read()
    {
        var ticket = await _catalogue.AddTicketAsync((await _catalogue.AddEventAsync()).Id);
        var stale = await _catalogue.ReadTicketAsync(ticket.Code);
        var fresh = await _catalogue.ReadTicketAsync(ticket.Code);
        await WriteAsync(fresh);

        await Assert.ThrowsAsync<InconsistentStateException>(() => _catalogue.Storage.ClearStateAsync(CatalogueStates.Ticket, TestCatalogue.IdOf(ticket.Code), stale));
        Assert.True((await _catalogue.ReadTicketAsync(ticket.Code)).RecordExists);
        await _catalogue.Storage.ClearStateAsync(CatalogueStates.Ticket, TestCatalogue.IdOf(ticket.Code), fresh);

        Assert.False(fresh.RecordExists);
        Assert.Null(fresh.ETag);
        Assert.False((await _catalogue.ReadTicketAsync(ticket.Code)).RecordExists);
    }

    [Fact]
    public async Task A_state_of_another_grain_is_not_written()
    {
        var state = new StateOf<TicketRow>(_catalogue.NewTicket((await _catalogue.AddEventAsync()).Id));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            _catalogue.Storage.WriteStateAsync(CatalogueStates.Ticket, TestCatalogue.IdOf(TicketCode.Draw()), state));
        Assert.Equal(0, _catalogue.Tamper("SELECT COUNT(*) FROM access_tokens"));
    }

    [Theory]
    [InlineData("leases = 'not json'")]
    [InlineData("leases = '[{\"session\":7}]'")]
    [InlineData("leases = '[null]'")]
    [InlineData("event_id = id, id = 'nobody'")]
    [InlineData("created_at = 'yesterday'")]
    [InlineData("revoked_at = 9223372036854775807")]
    public async Task A_row_that_cannot_be_read_is_named_without_its_code(string change)
    {
        var ticket = await _catalogue.AddTicketAsync((await _catalogue.AddEventAsync()).Id);
        var other = await _catalogue.AddTicketAsync((await _catalogue.AddEventAsync()).Id);
        _catalogue.Tamper($"PRAGMA foreign_keys = OFF; UPDATE access_tokens SET {change} WHERE code = '{ticket.Code.Reveal()}'");

        var error = await Assert.ThrowsAsync<UnreadableRowException>(() => _catalogue.ReadTicketAsync(ticket.Code));
        Assert.Equal(ticket.Code.Key.Short, error.Row);
        Assert.DoesNotContain(ticket.Code.Reveal(), error.ToString(), StringComparison.Ordinal);
        Assert.True((await _catalogue.ReadTicketAsync(other.Code)).RecordExists);
    }

    private Task WriteAsync(StateOf<TicketRow> state) =>
        _catalogue.Storage.WriteStateAsync(CatalogueStates.Ticket, TestCatalogue.IdOf(state.State.Code), state);
}
