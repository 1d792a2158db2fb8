using System.Text.RegularExpressions;

namespace StreamGate.EndToEnd.Tests.FirstRun;

public sealed partial class FirstRunTests : IDisposable
{
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_first_run_prints_what_is_needed_to_try_it_and_writes_the_same_for_scripts()
    {
        await using var gate = await Gate.OpenAsync(_folder, OpenGate.RoomyLimits);
        await DemoCheck.IsCompleteAsync(gate);

        var report = FirstRunReport.Read(_folder);
        var printed = Banner().Match(gate.Process.Output);
        Assert.True(printed.Success, gate.Process.Output);
        Assert.Equal(report.Address, printed.Groups["address"].Value);
        Assert.Equal(report.AdminPassword, printed.Groups["password"].Value);
        Assert.Equal(report.Codes, printed.Groups["codes"].Value.Split("  "));
        Assert.All(report.Events, made => Assert.Contains(made.Id, gate.Process.Output));

        Assert.Equal(OwnersFile, File.GetUnixFileMode(_folder.FirstRunFile));
        Assert.Equal(OwnersFolder, File.GetUnixFileMode(_folder.In("secrets")));
        Assert.All(Directory.GetFiles(_folder.In("secrets")), file => Assert.Equal(OwnersFile, File.GetUnixFileMode(file)));
        Assert.All(Directory.GetFiles(_folder.Data, "streamgate.db*"), file => Assert.Equal(OwnersFile, File.GetUnixFileMode(file)));
        Assert.True(File.ReadAllText(_folder.In("secrets", "signing-secret")).Trim().Length >= 32);
    }

    [Fact]
    public async Task Everything_that_it_writes_is_under_the_data_folder()
    {
        var before = GateFolder.FilesOf(BuiltPrograms.GatewayFolder);
        await using (var gate = await Gate.OpenAsync(_folder))
        {
            var code = FirstRunReport.Read(_folder).Codes[0];
            using var audience = new Audience(gate.Address);
            (await audience.GetAsync(new Uri(gate.Address, "/health"), null)).Expect(HttpStatusCode.OK);
            (await audience.GetAsync((await audience.TakeSeatAsync(code)).Stream, null)).Expect(HttpStatusCode.Unauthorized);
            Assert.Equal(0, await gate.StopAsync());
        }

        Assert.Equal(before, GateFolder.FilesOf(BuiltPrograms.GatewayFolder));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Work));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Home));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Temporary));
    }

    [Fact]
    public async Task A_later_run_keeps_everything()
    {
        Seat seat;
        IReadOnlyList<string> tickets;
        var files = new Dictionary<string, string>();
        await using (var first = await Gate.OpenAsync(_folder))
        {
            tickets = await TicketsAsync(first);
            using var audience = new Audience(first.Address);
            seat = await audience.TakeSeatAsync(FirstRunReport.Read(_folder).Codes[0]);
            files = Lasting();
            await first.KillAsync();
        }

        await using var second = await Gate.OpenAsync(_folder);
        Assert.Contains($"StreamGate is open at {second.Address}".TrimEnd('/'), second.Process.Output);
        Assert.DoesNotContain("first run.", second.Process.Output);
        Assert.Equal(files, Lasting());
        Assert.Equal(tickets.Select(WithoutStatus), (await TicketsAsync(second)).Select(WithoutStatus));

        using var same = new Audience(second.Address);
        (await same.GetAsync(new Uri(second.Address, seat.Segment(3).AbsolutePath), seat.Token)).Expect(HttpStatusCode.OK);
        (await same.HeartbeatAsync(seat)).Expect(HttpStatusCode.OK);
        await same.TakeSeatAsync(FirstRunReport.Read(_folder).Codes[1]);
    }

    private static async Task<IReadOnlyList<string>> TicketsAsync(Gate gate)
    {
        using var admin = await gate.LogInAsync();
        return [.. (await admin.ListAsync("tokens")).Select(ticket => $"{ticket.Text("id")} {ticket.Text("eventId")} {ticket.Text("code")} {ticket.Text("status")}").Order()];
    }

    private static string WithoutStatus(string ticket) => ticket[..ticket.LastIndexOf(' ')];

    private Dictionary<string, string> Lasting() =>
        _folder.Files().Where(file => !file.Key.StartsWith("streamgate.db", StringComparison.Ordinal)).ToDictionary();

    [GeneratedRegex(@"^  Address +(?<address>http://localhost:\d+)\n  Admin password +(?<password>\S+)\n  Access codes +(?<codes>\w{12}  \w{12}  \w{12})\n", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Banner();
}
