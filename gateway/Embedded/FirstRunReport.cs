namespace StreamGate.Gateway.Embedded;

/// <summary>What the first run made: <c>first-run.json</c>.</summary>
/// <param name="Address">Where the gate listens, for somebody on the same machine.</param>
/// <param name="AdminPassword">The drawn password; null when the operator set the hash of another.</param>
/// <param name="Codes">Three unused codes of the live event.</param>
public sealed record FirstRunReport(
    string Address,
    string? AdminPassword,
    IReadOnlyList<FirstRunReport.MadeEvent> Events,
    IReadOnlyList<string> Codes)
{
    /// <param name="State"><c>live</c>, <c>upcoming</c> or <c>ended</c>.</param>
    public sealed record MadeEvent(string Id, string Title, string State);
}
