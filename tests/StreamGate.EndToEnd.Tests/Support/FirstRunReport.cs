namespace StreamGate.EndToEnd.Tests.Support;

/// <summary><c>first-run.json</c>, as a script reads it.</summary>
internal sealed record FirstRunReport(string Address, string AdminPassword, IReadOnlyList<FirstRunReport.MadeEvent> Events, IReadOnlyList<string> Codes)
{
    public sealed record MadeEvent(string Id, string Title, string State);

    public string this[string state] => Events.Single(made => made.State == state).Id;

    public static FirstRunReport Read(GateFolder folder) =>
        JsonSerializer.Deserialize<FirstRunReport>(File.ReadAllBytes(folder.FirstRunFile), JsonSerializerOptions.Web)!;
}
