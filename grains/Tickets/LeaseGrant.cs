using System.Collections.Immutable;

namespace StreamGate.Grains.Tickets;

/// <summary>A decision to let a session in.</summary>
/// <param name="Before">Who stays: the table while the ended sessions are told and the row is written.</param>
/// <param name="Granted">The newcomer.</param>
/// <param name="Ended">Who has to go first.</param>
internal sealed record LeaseGrant(LeaseTable Before, HeldLease Granted, ImmutableArray<EndedLease> Ended)
{
    /// <summary>The table once the row is written, with the newcomer heard from at <paramref name="now"/>.</summary>
    public LeaseTable After(TimeSpan now) => new([.. Before.Held, Granted with { HeardAt = now }]);
}
