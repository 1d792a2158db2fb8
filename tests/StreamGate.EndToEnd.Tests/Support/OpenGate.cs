namespace StreamGate.EndToEnd.Tests.Support;

/// <summary>One gate that is open for all tests of a class, with limits that many codes from one address don't reach.</summary>
public sealed class OpenGate : IAsyncLifetime
{
    internal static readonly (string, string)[] RoomyLimits =
    [
        ("StreamGate__RateLimiting__ValidatePerMinute", "1000"),
        ("StreamGate__RateLimiting__AdminLoginPerMinute", "1000"),
    ];

    private readonly GateFolder _folder = new();
    private Gate? _gate;

    internal Gate Gate => _gate!;

    internal GateFolder Folder => _folder;

    internal Admin Admin { get; private set; } = null!;

    internal Audience Audience { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _gate = await Gate.OpenAsync(_folder, RoomyLimits);
        Admin = await _gate.LogInAsync();
        Audience = new Audience(_gate.Address);
    }

    /// <summary>A live event with the demo stream and one ticket.</summary>
    internal async Task<IssuedTicket> SellAsync(string title, string onExtraDevice = "refuse")
    {
        var id = await Admin.CreateEventAsync(title, onExtraDevice: onExtraDevice);
        using var copy = System.Diagnostics.Process.Start("cp", ["-r", BuiltPrograms.DemoStream, _folder.In("streams", id)]);
        await copy.WaitForExitAsync();
        return (await Admin.IssueAsync(id, 1))[0];
    }

    public async Task DisposeAsync()
    {
        Admin?.Dispose();
        Audience?.Dispose();
        await (_gate?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }
}
