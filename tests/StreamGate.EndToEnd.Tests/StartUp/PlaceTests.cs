using System.Net.Sockets;
using StreamGate.EndToEnd.Tests.FirstRun;

namespace StreamGate.EndToEnd.Tests.StartUp;

/// <summary>A gate that has no place to be.</summary>
[Collection(nameof(StoppedGate))]
public sealed class PlaceTests(StoppedGate stopped) : IDisposable
{
    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_port_in_use()
    {
        using var other = TcpListener.Create(0);
        other.Start();
        _folder.CopyFrom(stopped.Data);
        var port = $"{((IPEndPoint)other.LocalEndpoint).Port}";
        await Refusal.OfAsync(_folder, [("PORT", port)], "in use by another program", "choose another port with PORT");
    }

    [Fact]
    public async Task A_port_in_use_on_the_first_run_which_is_then_taken_up_again()
    {
        using (var other = TcpListener.Create(0))
        {
            other.Start();
            await using var gate = Gate.Start(_folder, ("PORT", $"{((IPEndPoint)other.LocalEndpoint).Port}"));
            Assert.Equal(1, await gate.Process.EndAsync());
            Assert.False(File.Exists(_folder.FirstRunFile));
        }

        await using var second = await Gate.OpenAsync(_folder, OpenGate.RoomyLimits);
        await DemoCheck.IsCompleteAsync(second);
    }

    [Fact]
    public async Task Another_gate_on_the_same_data_folder()
    {
        await using var first = await Gate.OpenAsync(_folder);
        await using var second = Gate.Start(_folder);
        await Refusal.IsSaidAsync(second, _folder.Data, "Another process", "STREAMGATE_DATA");
        using var admin = await first.LogInAsync();
        Assert.Equal(30, (await admin.ListAsync("tokens")).Count);
    }

    [Theory]
    [InlineData("/sys/kernel")]
    [InlineData("/sys/kernel/streamgate")]
    public async Task A_data_folder_that_cannot_be_written(string path)
    {
        await using var gate = Gate.Start(_folder, ("STREAMGATE_DATA", path));
        await Refusal.IsSaidAsync(gate, path, "can't be written", "name another folder with STREAMGATE_DATA");
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        File.WriteAllText(_folder.Data, "mine");
        await using var gate = Gate.Start(_folder);
        await Refusal.IsSaidAsync(gate, _folder.Data, "name another folder with STREAMGATE_DATA");
        Assert.Equal("mine", File.ReadAllText(_folder.Data));
    }
}
