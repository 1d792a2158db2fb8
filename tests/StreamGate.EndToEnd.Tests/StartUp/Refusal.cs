namespace StreamGate.EndToEnd.Tests.StartUp;

/// <summary>How a gate that can't start ends: with code 1, one paragraph that says what to do, and everything as it found it.</summary>
internal static class Refusal
{
    // What looking at a database leaves beside it: the lock, which is empty, and SQLite's own two, which hold no row.
    private static readonly string[] Markers = ["streamgate.db.lock", "streamgate.db-shm", "streamgate.db-wal"];

    /// <summary>Starts it, and returns what it printed on standard error.</summary>
    /// <param name="gist">Words that are in the paragraph.</param>
    public static async Task<string> OfAsync(GateFolder folder, (string, string)[] settings, params string[] gist)
    {
        var before = folder.Files();
        await using var gate = Gate.Start(folder, settings);
        await IsSaidAsync(gate, gist);
        var after = folder.Files();
        Assert.Equal(before, after.Where(file => before.ContainsKey(file.Key)).ToDictionary());
        Assert.Empty(after.Keys.Except(before.Keys).Except(Markers));
        return gate.Process.Error;
    }

    public static async Task IsSaidAsync(Gate gate, params string[] gist)
    {
        Assert.Equal(1, await gate.Process.EndAsync());
        var said = gate.Process.Error;
        Assert.DoesNotContain("   at ", said);
        Assert.DoesNotContain("Exception", said);
        var paragraph = Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line[0] != '{');
        Assert.InRange(paragraph.Length, 40, 500);
        Assert.All(gist, words => Assert.Contains(words, paragraph));
        Assert.Equal("", gate.Process.Output);
    }
}
