namespace StreamGate.Cluster.Tests.Histories;

/// <summary>One step.</summary>
/// <param name="Ticket">Which of the history's tickets.</param>
/// <param name="Device">Which device acts.</param>
/// <param name="Seconds">How much time passes, for <see cref="HistoryAction.TimePasses"/>.</param>
public sealed record HistoryStep(HistoryAction Action, int Ticket, int Device, int Seconds);
