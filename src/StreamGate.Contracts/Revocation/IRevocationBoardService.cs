using Orleans.Services;

namespace StreamGate.Contracts.Revocation;

/// <summary>One on every silo: what must no longer be served, remembered so that authorising needs no I/O.</summary>
[Alias("streamgate.IRevocationBoardService")]
public interface IRevocationBoardService : IGrainService
{
    /// <summary>Goes by the notices from the moment it answers; a silo that takes longer than a second is asked again.</summary>
    [ResponseTimeout("00:00:01")]
    [Alias("pin")]
    Task Pin(BoardNotices notices);
}
