using StreamGate.Contracts.Events;
using StreamGate.Grains.Events;

namespace StreamGate.Grains.Tests.Events;

public sealed class EventRulesTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly EventDetails Good = new("A concert", "", Start, Start.AddHours(2), 48, "https://example.org/poster.jpg", 1, ExtraDevicePolicy.Refuse);

    [Fact]
    public void Good_details_break_no_rule() => Assert.Null(EventRules.Check(Good));

    public static TheoryData<string, EventDetails> Broken => new()
    {
        { "title", Good with { Title = " " } },
        { "title", Good with { Title = new string('x', 201) } },
        { "title", Good with { Title = "two\nlines" } },
        { "description", Good with { Description = new string('x', 5_001) } },
        { "endsAt", Good with { EndsAt = Start } },
        { "endsAt", Good with { EndsAt = DateTimeOffset.MaxValue } },
        { "accessWindowHours", Good with { AccessWindowHours = 0 } },
        { "accessWindowHours", Good with { AccessWindowHours = 169 } },
        { "posterUrl", Good with { PosterUrl = "javascript:alert(1)" } },
        { "posterUrl", Good with { PosterUrl = "poster.jpg" } },
        { "posterUrl", Good with { PosterUrl = "https://user:secret@example.org/" } },
        { "devicesPerTicket", Good with { DevicesPerTicket = 0 } },
        { "devicesPerTicket", Good with { DevicesPerTicket = 11 } },
        { "onExtraDevice", Good with { OnExtraDevice = (ExtraDevicePolicy)7 } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_names_its_field(string field, EventDetails details) => Assert.Equal(field, EventRules.Check(details)?.Field);

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void Up_to_five_hundred_tickets_may_be_asked_for(int count) => Assert.Null(EventRules.Check(count, null));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(501)]
    public void No_tickets_and_too_many_are_refused(int count) => Assert.Equal("count", EventRules.Check(count, null)?.Field);

    [Fact]
    public void A_label_is_one_short_line()
    {
        Assert.Equal("label", EventRules.Check(1, new string('x', 101))?.Field);
        Assert.Equal("label", EventRules.Check(1, "a\tb")?.Field);
        Assert.Null(EventRules.Check(1, "Row 3, seats 1–10"));
    }
}
