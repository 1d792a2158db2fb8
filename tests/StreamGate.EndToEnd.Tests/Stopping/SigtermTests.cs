namespace StreamGate.EndToEnd.Tests.Stopping;

public sealed class SigtermTests : IDisposable
{
    // The host gives what is under way 30 seconds at the most.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task It_ends_in_bounded_time_while_somebody_watches_and_keeps_everything()
    {
        Seat seat;
        IssuedTicket revoked;
        await using (var gate = await Gate.OpenAsync(_folder))
        {
            using var admin = await gate.LogInAsync();
            using var audience = new Audience(gate.Address);
            var report = FirstRunReport.Read(_folder);
            seat = await audience.TakeSeatAsync(report.Codes[0]);
            revoked = (await admin.IssueAsync(report["live"], 1))[0];
            var playing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var player = Player.Watch(seat.Stream, seat.Token, _ => playing.TrySetResult());
            await playing.Task.WaitAsync(Deadline.Ready, TimeProvider.System);
            await admin.RevokeAsync(revoked);

            gate.Process.Terminate();
            Assert.Equal(0, await gate.Process.EndAsync(Bound));
            Assert.DoesNotContain("   at ", gate.Process.Error);
        }

        await using var again = await Gate.OpenAsync(_folder);
        using var same = new Audience(again.Address);
        (await same.ValidateAsync(FirstRunReport.Read(_folder).Codes[0])).Expect(HttpStatusCode.Conflict);
        (await same.HeartbeatAsync(seat)).Expect(HttpStatusCode.OK);
        (await same.GetAsync(new Uri(again.Address, seat.Segment(2).AbsolutePath), seat.Token)).Expect(HttpStatusCode.OK);
        (await same.ValidateAsync(revoked.Code)).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_first_run_that_it_cuts_short_is_taken_up_again()
    {
        Directory.CreateDirectory(_folder.Data);
        using var watcher = new FileSystemWatcher(_folder.Data, "first-run.plan.json");
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Renamed += (_, _) => seen.TrySetResult();
        watcher.EnableRaisingEvents = true;
        await using (var gate = Gate.Start(_folder))
        {
            await seen.Task.WaitAsync(Deadline.Ready, TimeProvider.System);
            gate.Process.Terminate();
            var code = await gate.Process.EndAsync(Bound);
            Assert.True(code == 0, $"It ended with code {code}.\n{gate.Process.Error}");
            Assert.DoesNotContain("   at ", gate.Process.Error);
        }

        await using var second = await Gate.OpenAsync(_folder, OpenGate.RoomyLimits);
        await FirstRun.DemoCheck.IsCompleteAsync(second);
    }
}
