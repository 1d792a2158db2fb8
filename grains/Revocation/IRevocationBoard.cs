using StreamGate.Contracts.Ids;
using StreamGate.Contracts.Revocation;

namespace StreamGate.Grains.Revocation;

/// <summary>This silo's memory of what must not be served, read by every authorisation.</summary>
public interface IRevocationBoard
{
    /// <summary>How many notices are remembered.</summary>
    int Notices { get; }

    /// <summary>How long ago the board was filled or last heard of anything.</summary>
    TimeSpan SinceLastPin { get; }

    /// <summary>Whether the newest notice about the ticket says that it is revoked.</summary>
    bool IsRevoked(TicketKey ticket);

    /// <summary>The newest notice about the event, or null when there is none.</summary>
    EventNotice? Find(EventId id);
}
