using Orleans.Services;

namespace StreamGate.Contracts.Revocation;

/// <summary>One on every silo: what must no longer be served, remembered so that authorising needs no I/O.</summary>
[Alias("streamgate.IRevocationBoardService")]
public interface IRevocationBoardService : IGrainService
{
    /// <summary>Goes by the notices from the moment it answers.</summary>
    [Alias("pin")]
    Task Pin(BoardNotices notices);
}
