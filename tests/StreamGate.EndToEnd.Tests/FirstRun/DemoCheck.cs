namespace StreamGate.EndToEnd.Tests.FirstRun;

/// <summary>What a first run must have made, seen through the admin console and by a viewer.</summary>
internal static class DemoCheck
{
    private static readonly string[] States = ["ended", "live", "upcoming"];

    // Six unused, two redeemed, two revoked.
    private static readonly string[] Mixed = [.. Enumerable.Repeat("redeemed", 2), .. Enumerable.Repeat("revoked", 2), .. Enumerable.Repeat("unused", 6)];

    /// <summary>Exactly three events in three states with ten tickets each, and three codes of which each opens the stream.</summary>
    public static async Task IsCompleteAsync(Gate gate)
    {
        var report = FirstRunReport.Read(gate.Folder);
        using var admin = await gate.LogInAsync(report.AdminPassword);
        var events = await admin.ListAsync("events?status=all");
        Assert.Equal(report.Events.Select(made => made.Id).Order(), events.Select(e => e.Text("id")).Order());
        Assert.Equal(States, report.Events.Select(made => made.State).Order());
        foreach (var made in report.Events)
        {
            IsIn(made.State, events.Single(e => e.Text("id") == made.Id));
            Assert.Equal(Mixed, (await admin.ListAsync($"events/{made.Id}/tokens")).Select(ticket => ticket.Text("status")).Order());
        }

        Assert.Equal(30, (await admin.ListAsync("tokens")).Count);
        await CodesOpenAsync(gate, report);
        LeavesNothingHalfDone(gate.Folder, report);
    }

    private static void IsIn(string state, JsonElement shown)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (starts, ends) = (shown.GetProperty("startsAt").GetDateTimeOffset(), shown.GetProperty("endsAt").GetDateTimeOffset());
        var closes = ends.AddHours(shown.GetProperty("accessWindowHours").GetInt32());
        Assert.Equal(state, now < starts ? "upcoming" : now < ends ? "live" : now < closes ? "ended" : "closed");
        Assert.True(shown.GetProperty("isActive").GetBoolean());
    }

    private static async Task CodesOpenAsync(Gate gate, FirstRunReport report)
    {
        Assert.Equal(3, report.Codes.Distinct().Count());
        using var audience = new Audience(gate.Address);
        foreach (var code in report.Codes)
        {
            var seat = await audience.TakeSeatAsync(code);
            var whole = await audience.GetAsync(seat.Segment(14), seat.Token);
            Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(BuiltPrograms.DemoStream, "360p", "segment014.m4s")), whole.Expect(HttpStatusCode.OK).Body);
            (await audience.ReleaseAsync(seat)).Expect(HttpStatusCode.OK);
        }
    }

    /// <summary>The data folder holds what an undisturbed run leaves, file by file.</summary>
    private static void LeavesNothingHalfDone(GateFolder folder, FirstRunReport report)
    {
        var stream = GateFolder.FilesOf(BuiltPrograms.DemoStream);
        string[] expected =
        [
            "first-run.json",
            "secrets/admin-password-hash",
            "secrets/internal-api-key",
            "secrets/signing-secret",
            "streamgate.db",
            "streamgate.db-shm",
            "streamgate.db-wal",
            "streamgate.db.lock",
            .. new[] { report["live"], report["ended"] }.SelectMany(id => stream.Keys.Select(file => $"streams/{id}/{file}")),
        ];
        var found = folder.Files();
        Assert.Equal(expected.Order(), found.Keys.Where(file => !file.StartsWith("keys/", StringComparison.Ordinal)).Order());
        Assert.Single(found.Keys, file => file.StartsWith("keys/", StringComparison.Ordinal));
        Assert.All(stream, file => Assert.Equal(file.Value, found[$"streams/{report["live"]}/{file.Key}"]));
        Assert.All(stream, file => Assert.Equal(file.Value, found[$"streams/{report["ended"]}/{file.Key}"]));
    }
}
