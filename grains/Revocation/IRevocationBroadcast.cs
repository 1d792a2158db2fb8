using System.Collections.Immutable;
using StreamGate.Contracts.Revocation;

namespace StreamGate.Grains.Revocation;

/// <summary>Tells every silo.</summary>
internal interface IRevocationBroadcast
{
    /// <summary>
    /// Pins the notices to every silo's board. What they say must be durable already: a silo that joins meanwhile reads it there.
    /// </summary>
    /// <returns>The silos that did not confirm in time; empty when all of them go by the notices now.</returns>
    Task<ImmutableArray<string>> PublishAsync(BoardNotices notices);
}
