using StreamGate.Data.Queries;
using StreamGate.Data.Rows;

namespace StreamGate.Data.Tests.Reading;

public sealed class EventListTests : IAsyncLifetime
{
    private TestCatalogue _catalogue = null!;

    public async Task InitializeAsync()
    {
        _catalogue = await TestCatalogue.OpenAsync();
        await _catalogue.AddEventAsync("live");
        await _catalogue.AddEventAsync("Upcoming", row => At(row, 5, 6));
        await _catalogue.AddEventAsync("past", row => At(row, -9, -8));
        await _catalogue.AddEventAsync("off", row => At(row, -2, 2) with { DeactivatedAt = TestCatalogue.Start });
        await _catalogue.AddEventAsync("archived", row => At(row, -20, -19) with { ArchivedAt = TestCatalogue.Start, DeactivatedAt = TestCatalogue.Start });
    }

    public async Task DisposeAsync() => await _catalogue.DisposeAsync();

    [Theory]
    [InlineData(EventStatusFilter.Any, EventTimeframe.Any, new[] { "Upcoming", "live", "off", "past" })]
    [InlineData(EventStatusFilter.All, EventTimeframe.Any, new[] { "Upcoming", "live", "off", "past", "archived" })]
    [InlineData(EventStatusFilter.Active, EventTimeframe.Any, new[] { "Upcoming", "live", "past" })]
    [InlineData(EventStatusFilter.Inactive, EventTimeframe.Any, new[] { "off" })]
    [InlineData(EventStatusFilter.Archived, EventTimeframe.Any, new[] { "archived" })]
    [InlineData(EventStatusFilter.Any, EventTimeframe.Upcoming, new[] { "Upcoming" })]
    [InlineData(EventStatusFilter.Any, EventTimeframe.Live, new[] { "live", "off" })]
    [InlineData(EventStatusFilter.All, EventTimeframe.Past, new[] { "past", "archived" })]
    public async Task Events_are_filtered_by_their_switches_and_by_the_clock(EventStatusFilter status, EventTimeframe timeframe, string[] expected)
    {
        var page = await _catalogue.Events.PageAsync(new EventFilter(status, timeframe, EventSort.StartsAtDescending), 1, 50, default);

        Assert.Equal(expected, page.Items.Select(item => item.Event.Details.Title));
        Assert.Equal(expected.Length, page.Total);
    }

    [Fact]
    public async Task Events_are_sorted_as_asked_and_paged()
    {
        var byTitle = new EventFilter(EventStatusFilter.Any, EventTimeframe.Any, EventSort.TitleAscending);
        var byStart = byTitle with { Sort = EventSort.StartsAtAscending };

        Assert.Equal(["live", "off", "past", "Upcoming"], (await _catalogue.Events.PageAsync(byTitle, 1, 50, default)).Items.Select(item => item.Event.Details.Title));
        Assert.Equal(["live", "Upcoming"], (await _catalogue.Events.PageAsync(byStart, 2, 2, default)).Items.Select(item => item.Event.Details.Title));
        Assert.Empty((await _catalogue.Events.PageAsync(byStart, int.MaxValue, 50, default)).Items);
    }

    [Fact]
    public async Task The_dashboard_counts_events_that_still_open_and_names_the_next()
    {
        for (var i = 10; i < 15; i++)
        {
            var start = i;
            await _catalogue.AddEventAsync($"in {i} hours", row => At(row, start, start + 1));
        }

        await _catalogue.AddEventAsync("recording", row => At(row, -2, -1));
        var figures = await _catalogue.Events.DashboardAsync(default);

        Assert.Equal(8, figures.ActiveEvents);
        Assert.Equal(["Upcoming", "in 10 hours", "in 11 hours", "in 12 hours", "in 13 hours"], figures.UpcomingEvents.Select(item => item.Details.Title));
        Assert.Equal(new TicketCounts(0, 0, 0, 0), figures.Tickets);
    }

    private static EventRow At(EventRow row, int startHours, int endHours) => row with
    {
        Details = row.Details with { StartsAt = TestCatalogue.Start.AddHours(startHours), EndsAt = TestCatalogue.Start.AddHours(endHours) },
    };
}
