using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using StreamGate.Contracts.Revocation;
using StreamGate.Data.Storage;

namespace StreamGate.Grains.Revocation;

/// <summary>Fills this silo's board from the catalogue before the silo serves, and pins to it what other grains publish.</summary>
internal sealed class RevocationBoardService(
    GrainId id,
    Silo silo,
    ILoggerFactory loggers,
    RevocationBoard board,
    ICatalogue catalogue,
    TimeProvider clock) : GrainService(id, silo, loggers), IRevocationBoardService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private ITimer? _sweeper;

    /// <summary>Runs before the silo becomes active, so that no grain here ever answers from an empty board.</summary>
    public override async Task Start()
    {
        board.Pin(await catalogue.ReadBoardAsync(clock.GetUtcNow()));
        _sweeper = clock.CreateTimer(_ => board.Sweep(clock.GetUtcNow()), null, SweepEvery, SweepEvery);
        await base.Start();
    }

    public override async Task Stop()
    {
        if (_sweeper is not null)
        {
            await _sweeper.DisposeAsync();
        }

        await base.Stop();
    }

    public Task Pin(BoardNotices notices)
    {
        board.Pin(notices);
        return Task.CompletedTask;
    }
}
