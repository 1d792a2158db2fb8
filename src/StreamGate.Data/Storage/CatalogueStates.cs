namespace StreamGate.Data.Storage;

/// <summary>The names of the grain states that are rows, and of the storage that keeps them.</summary>
public static class CatalogueStates
{
    /// <summary>The name that <c>[PersistentState]</c> gives as its storage.</summary>
    public const string Storage = "catalogue";

    /// <summary>State of the ticket grain: a <see cref="Rows.TicketRow"/>.</summary>
    public const string Ticket = "ticket";

    /// <summary>State of the event grain: an <see cref="Rows.EventRow"/>.</summary>
    public const string Event = "event";
}
