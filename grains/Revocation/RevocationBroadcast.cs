using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Runtime.Services;
using StreamGate.Contracts.Revocation;

namespace StreamGate.Grains.Revocation;

/// <summary>
/// Calls the board of every member that is not dead, refreshes the membership, and repeats until a fresh look shows nobody who has
/// not answered. A silo that is declared dead meanwhile serves nobody and is not waited for.
/// </summary>
internal sealed partial class RevocationBroadcast(
    IServiceProvider services,
    IClusterMembershipService membership,
    ILocalSiloDetails self,
    RevocationBoard board,
    TimeProvider clock,
    ILogger<RevocationBroadcast> logger) : GrainServiceClient<IRevocationBoardService>(services), IRevocationBroadcast
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task<ImmutableArray<string>> PublishAsync(BoardNotices notices)
    {
        board.Pin(notices);
        var answered = new HashSet<SiloAddress> { self.SiloAddress };
        var started = clock.GetTimestamp();
        while (true)
        {
            await membership.Refresh();
            var pending = Pending(answered);
            if (pending.IsEmpty)
            {
                return [];
            }

            if (clock.GetElapsedTime(started) > Patience)
            {
                LogUnconfirmed(pending.Length);
                return [.. pending.Select(silo => silo.ToString())];
            }

            var calls = await Task.WhenAll(pending.Select(silo => CallAsync(silo, notices)));
            answered.UnionWith(pending.Where((_, index) => calls[index]));
            if (!calls.Contains(value: true))
            {
                await Task.Delay(Pause, clock);
            }
        }
    }

    private ImmutableArray<SiloAddress> Pending(HashSet<SiloAddress> answered) =>
    [
        .. membership.CurrentSnapshot.Members.Values
            .Where(member => member.Status is SiloStatus.Joining or SiloStatus.Active or SiloStatus.ShuttingDown or SiloStatus.Stopping)
            .Select(member => member.SiloAddress)
            .Where(silo => !answered.Contains(silo)),
    ];

    private async Task<bool> CallAsync(SiloAddress silo, BoardNotices notices)
    {
        try
        {
            await GetGrainService(silo).Pin(notices);
            return true;
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            LogNoAnswer(silo, failure.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Silo {Silo} did not acknowledge a revocation ({Failure}); asking again")]
    private partial void LogNoAnswer(SiloAddress silo, string failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} silos did not acknowledge a revocation in time")]
    private partial void LogUnconfirmed(int count);
}
