using System.Diagnostics;

namespace StreamGate.Data.Tests.Durability;

public sealed class KillTests
{
    [Fact]
    public async Task What_was_acknowledged_is_there_after_the_process_is_killed()
    {
        var folder = TestCatalogue.NewFolder();
        List<string> acknowledged = [];
        for (var round = 0; round < 2; round++)
        {
            acknowledged.AddRange(await WriteUntilKilledAsync(folder, after: 500 * (round + 1)));
        }

        await using (var catalogue = await TestCatalogue.OpenAsync(folder))
        {
            foreach (var id in acknowledged)
            {
                Assert.Equal(1, catalogue.Tamper($"SELECT COUNT(*) FROM access_tokens WHERE id = '{id}'"));
            }

            var tickets = catalogue.Tamper("SELECT COUNT(*) FROM access_tokens");
            Assert.True(tickets >= acknowledged.Count);
            Assert.Equal(tickets, catalogue.Tamper("SELECT COUNT(*) FROM audit_log"));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<List<string>> WriteUntilKilledAsync(string folder, int after)
    {
        using var writer = Process.Start(new ProcessStartInfo("dotnet", [typeof(Hammer).Assembly.Location, folder]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        List<string> acknowledged = [];
        while (await writer.StandardOutput.ReadLineAsync() is { } line)
        {
            // The line that was being printed at the end may be cut short.
            if (Guid.TryParseExact(line, "D", out _))
            {
                acknowledged.Add(line);
            }

            if (acknowledged.Count == after)
            {
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();
        Assert.True(writer.ExitCode != 0, "The writer ended by itself.");
        return acknowledged;
    }
}
