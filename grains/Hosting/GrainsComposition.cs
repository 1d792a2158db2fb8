using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using StreamGate.Grains.Playback;
using StreamGate.Grains.Revocation;

namespace StreamGate.Grains.Hosting;

/// <summary>What a silo needs to host StreamGate's grains, besides a catalogue and a <see cref="TimeProvider"/>.</summary>
public static class GrainsComposition
{
    /// <summary>Registers the grains' services and the silo's revocation board. <see cref="PlaybackRules"/> come from the caller's configuration.</summary>
    public static ISiloBuilder AddStreamGateGrains(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<PlaybackRules>();
        silo.Services.AddSingleton<LocalSessions>();
        silo.Services.AddSingleton<RevocationBoard>();
        silo.Services.AddSingleton<IRevocationBoard>(services => services.GetRequiredService<RevocationBoard>());
        silo.Services.AddSingleton<IRevocationBroadcast, RevocationBroadcast>();
        silo.AddGrainService<RevocationBoardService>();
        return silo;
    }
}
