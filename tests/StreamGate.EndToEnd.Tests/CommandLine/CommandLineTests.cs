using System.Text.RegularExpressions;

namespace StreamGate.EndToEnd.Tests.CommandLine;

/// <summary><c>streamgate</c> against a gateway that runs. It finds address and password in the data folder, as an operator's would.</summary>
[Collection(nameof(OpenGate))]
public sealed partial class CommandLineTests(OpenGate open)
{
    private const int Ok = 0;
    private const int Failed = 1;
    private const int Unreachable = 3;
    private const int Denied = 4;

    [Fact]
    public async Task Generated_tickets_are_as_many_as_were_asked_for_and_open_the_event()
    {
        var id = await open.Admin.CreateEventAsync("620 seats");
        await using var generate = Run(["tickets", "generate", "--event", id, "--count", "620", "--label", "Row 1"]);
        Assert.Equal(Ok, await generate.EndAsync());

        var lines = generate.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Code,Label,Expires At,Id", lines[0], StringComparison.Ordinal);
        var codes = lines.Skip(1).Select(line => line.Split(',')[0]).ToList();
        Assert.Equal(620, codes.Count);
        Assert.Equal(620, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches(Code(), code));
        Assert.Equal(codes.Order(), (await open.Admin.ListAsync($"events/{id}/tokens")).Select(ticket => ticket.Text("code")).Order());
        foreach (var code in codes)
        {
            await open.Audience.TakeSeatAsync(code);
        }
    }

    [Fact]
    public async Task Seeding_makes_events_in_every_state_with_tickets_that_work()
    {
        await using var seed = Run(["seed", "--events", "3", "--tickets", "4", "--json"]);
        Assert.Equal(Ok, await seed.EndAsync());
        var made = JsonElement.Parse(seed.Output);
        Assert.Equal(12, made.GetProperty("tickets").GetInt32());
        foreach (var one in made.GetProperty("events").EnumerateArray())
        {
            var tickets = await open.Admin.ListAsync($"events/{one.Text("id")}/tokens");
            Assert.Equal(4, tickets.Count);
            await open.Audience.TakeSeatAsync(tickets[0].Text("code"));
        }
    }

    [Fact]
    public async Task Events_are_listed_by_where_they_are_in_their_life()
    {
        await using var list = Run(["events", "list", "--timeframe", "upcoming", "--json"]);
        Assert.Equal(Ok, await list.EndAsync());
        Assert.Contains(JsonElement.Parse(list.Output).GetProperty("data").EnumerateArray(), shown => shown.Text("title") == "Lighthouse Lecture");
        Assert.DoesNotContain("Harbour Concert", list.Output);
    }

    [Fact]
    public async Task A_revoked_ticket_is_out_once_the_command_has_ended()
    {
        var ticket = await open.SellAsync("Out");
        var seat = await open.Audience.TakeSeatAsync(ticket.Code);
        (await open.Audience.GetAsync(seat.Segment(1), seat.Token)).Expect(HttpStatusCode.OK);

        await using var revoke = Run(["tickets", "revoke", ticket.Id]);
        Assert.Equal(Ok, await revoke.EndAsync());
        (await open.Audience.GetAsync(seat.Segment(1), seat.Token)).Expect(HttpStatusCode.Forbidden);
        (await open.Audience.ValidateAsync(ticket.Code)).Expect(HttpStatusCode.Forbidden);

        await using var unknown = Run(["tickets", "revoke", "01a20568-1713-7abe-85ee-099a84a1fb54"]);
        Assert.Equal(Failed, await unknown.EndAsync());
        Assert.Contains("not found", unknown.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_password_ends_with_its_code_and_tells_why()
    {
        await using var list = Run(["events", "list"], ("STREAMGATE_ADMIN_PASSWORD", "not the password"));
        Assert.Equal(Denied, await list.EndAsync());
        Assert.Contains("Invalid credentials", list.Error);
        Assert.Equal("", list.Output);
    }

    [Fact]
    public async Task A_gateway_that_is_down_ends_with_its_code_and_tells_why()
    {
        using var folder = new GateFolder();
        await using (var gate = await Gate.OpenAsync(folder))
        {
            await gate.KillAsync();
        }

        await using var list = Run(["events", "list"], ("STREAMGATE_DATA", folder.Data));
        Assert.Equal(Unreachable, await list.EndAsync());
        Assert.Contains("Is it running?", list.Error);
        Assert.Equal("", list.Output);
    }

    [Fact]
    public async Task A_hashed_password_opens_the_admin_console_and_the_drawn_one_no_more()
    {
        const string password = "correct horse battery staple";
        await using var hash = Run(["hash-password", "--stdin"]);
        await hash.SayAsync(password);
        Assert.Equal(Ok, await hash.EndAsync());

        using var folder = new GateFolder();
        await using (var first = await Gate.OpenAsync(folder))
        {
            Assert.Equal(0, await first.StopAsync());
        }

        await using var gate = await Gate.OpenAsync(folder, ("ADMIN_PASSWORD_HASH", hash.Output.Trim()));
        await using var mine = Run(["events", "list"], ("STREAMGATE_URL", gate.Address.AbsoluteUri), ("STREAMGATE_ADMIN_PASSWORD", password));
        Assert.Equal(Ok, await mine.EndAsync());
        Assert.Contains("Harbour Concert", mine.Output);

        await using var drawn = Run(["events", "list"], ("STREAMGATE_URL", gate.Address.AbsoluteUri), ("STREAMGATE_DATA", folder.Data));
        Assert.Equal(Denied, await drawn.EndAsync());
    }

    private Child Run(string[] arguments, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string?>
        {
            ["STREAMGATE_DATA"] = open.Folder.Data,
            ["STREAMGATE_URL"] = null,
            ["STREAMGATE_ADMIN_PASSWORD"] = null,
            ["PORT"] = null,
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        return Child.Start("dotnet", [BuiltPrograms.CommandLine, .. arguments], open.Folder.Work, environment);
    }

    [GeneratedRegex("^[0-9A-Za-z]{12}$")]
    private static partial Regex Code();
}
