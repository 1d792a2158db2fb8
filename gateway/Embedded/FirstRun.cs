using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using StreamGate.Contracts.Events;
using StreamGate.Contracts.Ids;
using StreamGate.Gateway.Admin;
using StreamGate.Hosting.Options;
using StreamGate.Hosting.Secrets;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Embedded;

/// <summary>
/// Fills an empty data folder with something to see, and says where everything is. Each step looks at what is there first, so that a
/// first run which is killed anywhere is taken up where it stopped; <c>first-run.json</c> is written last.
/// </summary>
public sealed class FirstRun(
    IGrainFactory grains,
    FirstRunPlanFile planFile,
    DemoTickets tickets,
    DemoStream stream,
    SecretFiles secrets,
    AdminPassword adminPassword,
    DataFolder data,
    IServer server,
    IOptions<HttpOptions> http) : IHostedLifecycleService
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private FirstRunPlan? _plan;
    private IReadOnlyList<TicketCode> _codes = [];

    /// <summary>Makes the demo, after the silo has started and before anybody can connect.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _plan = await planFile.OpenAsync(cancellationToken);
        foreach (var demo in _plan?.Events ?? [])
        {
            await EnsureAsync(demo);
            var codes = await tickets.EnsureAsync(demo.Id, cancellationToken);
            _codes = demo.State == "live" ? codes : _codes;
            if (demo.HasStream)
            {
                stream.CopyTo(demo.Id);
            }
        }
    }

    /// <summary>Tells about it, once the server listens and its port is known.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var banner = FirstRunBanner.Of(Address(), data.FirstRunFile);
        if (_plan is not null)
        {
            var report = ReportOf(_plan);
            PrivateFile.Write(data.FirstRunFile, JsonSerializer.Serialize(report, Readable) + "\n");
            banner = FirstRunBanner.Of(report, data.FirstRunFile);
        }

        // Also when an earlier run was killed between telling the password and forgetting it.
        if (planFile.IsOpen)
        {
            secrets.ForgetAdminPassword();
            planFile.Close();
        }
        else if (secrets.DrawnAdminPassword() is not null)
        {
            // The secrets were lost and drawn anew. A log may keep what is printed here, so it tells the place only.
            banner += FirstRunBanner.NewPassword(secrets.DrawnAdminPasswordFile);
        }

        await Console.Out.WriteLineAsync(banner);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task EnsureAsync(DemoEvent demo)
    {
        var grain = grains.GetGrain<IEventGrain>(demo.Id.GrainKey);
        if (await grain.Get() is null && await grain.Create(demo.Details, Caller.System) is EventResult.Invalid invalid)
        {
            throw new InvalidOperationException($"The demo event was refused: {invalid.Field} {invalid.Reason}");
        }
    }

    private FirstRunReport ReportOf(FirstRunPlan plan) => new(
        Address(),
        // Not the one of an earlier start, when the operator has set a hash since.
        secrets.DrawnAdminPassword() is { } drawn && adminPassword.Matches(drawn) ? drawn : null,
        [.. plan.Events.Select(demo => new FirstRunReport.MadeEvent(demo.Id.ToString(), demo.Title, demo.State))],
        [.. _codes.Take(3).Select(code => code.Reveal())]);

    // The system may have chosen the port; a test server has none.
    private string Address()
    {
        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var port = listening is not null && BindingAddress.Parse(listening).Port is > 0 and var bound ? bound : http.Value.Port;
        return $"http://localhost:{port}";
    }
}
