using StreamGate.Contracts.Playback;
using StreamGate.Data.Rows;

namespace StreamGate.Grains.Tickets;

/// <summary>A lease that a decision takes away, and why.</summary>
internal readonly record struct EndedLease(LeaseRow Row, SessionEnd Reason);
