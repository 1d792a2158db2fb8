using System.Text.Json;
using StreamGate.Data.Queries;
using StreamGate.Hosting.Startup;

namespace StreamGate.Gateway.Embedded;

/// <summary>Keeps the plan of a first run while it is under way, as <c>first-run.plan.json</c> in the data folder.</summary>
public sealed class FirstRunPlanFile(DataFolder data, IEventQueries events, TimeProvider clock)
{
    private string Path => System.IO.Path.Combine(data.Path, "first-run.plan.json");

    /// <summary>
    /// The plan of a first run that was cut short, or a new one when the catalogue has no event yet. Null when there is nothing to do:
    /// the first run is over, or the catalogue is somebody's own.
    /// </summary>
    public async Task<FirstRunPlan?> OpenAsync(CancellationToken cancel)
    {
        if (File.Exists(data.FirstRunFile))
        {
            return null;
        }

        if (File.Exists(Path))
        {
            return JsonSerializer.Deserialize<FirstRunPlan>(await File.ReadAllTextAsync(Path, cancel));
        }

        var all = await events.PageAsync(new EventFilter(EventStatusFilter.All, EventTimeframe.Any, EventSort.CreatedAtDescending), 1, 1, cancel);
        if (all.Total > 0)
        {
            return null;
        }

        var plan = FirstRunPlan.Draw(clock);
        PrivateFile.Write(Path, JsonSerializer.Serialize(plan));
        return plan;
    }

    /// <summary>Whether a first run is under way, or was cut short, be it after its very last line.</summary>
    public bool IsOpen => File.Exists(Path);

    /// <summary>The first run is over.</summary>
    public void Close() => File.Delete(Path);
}
