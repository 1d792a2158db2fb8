namespace StreamGate.EndToEnd.Tests.FirstRun;

/// <summary>A first run that SIGKILL cuts short is taken up again and ends with the same demo as any other: nothing is missing and nothing is there twice.</summary>
public sealed class KilledFirstRunTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(300);

    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <param name="sign">The first thing of this name that appears in the data folder is the moment.</param>
    [Theory]
    [InlineData("signing-secret")]
    [InlineData("admin-password")]
    [InlineData("streamgate.db")]
    [InlineData("streamgate.db-journal")]
    [InlineData("streamgate.db-wal")]
    [InlineData("first-run.plan.json")]
    [InlineData("*.partial")]
    [InlineData("stream.m3u8")]
    [InlineData("first-run.json")]
    public async Task It_ends_complete_wherever_it_was_cut(string sign)
    {
        Directory.CreateDirectory(_folder.Data);
        using var watcher = new FileSystemWatcher(_folder.Data, sign) { IncludeSubdirectories = true };
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (var first = Gate.Start(_folder))
        {
            watcher.Created += (_, _) => Kill(first, seen);
            watcher.Renamed += (_, _) => Kill(first, seen);
            watcher.EnableRaisingEvents = true;
            await seen.Task.WaitAsync(Deadline.Ready, TimeProvider.System);
            Assert.NotEqual(0, await first.Process.EndAsync());
        }

        await EndsCompleteAsync(_folder);
    }

    [Fact]
    public async Task It_ends_complete_whenever_it_was_cut()
    {
        var wasOpen = false;
        for (var after = TimeSpan.FromMilliseconds(100); !wasOpen; after = after.Add(Step))
        {
            Assert.True(after < Deadline.Ready);
            using var folder = new GateFolder();
            await using (var first = Gate.Start(folder))
            {
                await Task.Delay(after, TimeProvider.System);
                wasOpen = first.IsOpen;
                await first.KillAsync();
            }

            await EndsCompleteAsync(folder);
        }
    }

    private static async Task EndsCompleteAsync(GateFolder folder)
    {
        await using var second = await Gate.OpenAsync(folder, OpenGate.RoomyLimits);
        await DemoCheck.IsCompleteAsync(second);
    }

    private static void Kill(Gate gate, TaskCompletionSource seen)
    {
        gate.Process.Kill();
        seen.TrySetResult();
    }
}
