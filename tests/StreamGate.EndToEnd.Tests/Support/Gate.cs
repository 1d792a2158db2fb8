using System.Text.RegularExpressions;

namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>The gateway as operators run it: the built program in a process of its own, over a data folder of its own.</summary>
internal sealed partial class Gate : IAsyncDisposable
{
    private readonly TaskCompletionSource<Uri> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Child _process;

    private Gate(GateFolder folder, IEnumerable<(string Name, string Value)> settings)
    {
        Folder = folder;
        var environment = new Dictionary<string, string?>
        {
            ["STREAMGATE_DATA"] = folder.Data,
            ["PORT"] = "0",
            ["HOME"] = folder.Home,
            ["TMPDIR"] = folder.Temporary,
            ["ASPNETCORE_ENVIRONMENT"] = null,
            ["DOTNET_ENVIRONMENT"] = null,
        };
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        _process = Child.Start("dotnet", [BuiltPrograms.Gateway], folder.Work, environment, Hear);
    }

    public GateFolder Folder { get; }

    public Child Process => _process;

    public Uri Address => _open.Task.Result;

    /// <summary>Starts it and does not wait.</summary>
    public static Gate Start(GateFolder folder, params IEnumerable<(string Name, string Value)> settings) => new(folder, settings);

    /// <summary>Starts it and waits until it says that it is open.</summary>
    public static async Task<Gate> OpenAsync(GateFolder folder, params IEnumerable<(string Name, string Value)> settings)
    {
        var gate = Start(folder, settings);
        try
        {
            await gate.ReadyAsync();
            return gate;
        }
        catch
        {
            await gate.DisposeAsync();
            throw;
        }
    }

    public bool IsOpen => _open.Task.IsCompletedSuccessfully;

    public async Task ReadyAsync()
    {
        var ended = _process.EndAsync(Deadline.Ready);
        if (await Task.WhenAny(_open.Task, ended) == ended)
        {
            Assert.Fail(ended.IsFaulted ? $"Not ready in time.\n{_process.Error}" : $"It ended with code {await ended}.\n{_process.Error}");
        }
    }

    public Task KillAsync() => _process.KillAsync();

    /// <summary>SIGTERM, and then the exit code.</summary>
    public Task<int> StopAsync()
    {
        _process.Terminate();
        return _process.EndAsync();
    }

    public Task<Admin> LogInAsync(string? password = null) => Admin.LogInAsync(Address, password ?? FirstRunReport.Read(Folder).AdminPassword);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private void Hear(string line)
    {
        if (AddressLine().Match(line) is { Success: true } match)
        {
            _open.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"^  (Address\s+|StreamGate is open at )(?<address>http://localhost:\d+)", RegexOptions.ExplicitCapture)]
    private static partial Regex AddressLine();
}
