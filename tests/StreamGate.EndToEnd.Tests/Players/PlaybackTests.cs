namespace StreamGate.EndToEnd.Tests.Players;

/// <summary>What a player with a good token sees.</summary>
[Collection(nameof(OpenGate))]
public sealed class PlaybackTests(OpenGate open)
{
    [Fact]
    public async Task Every_frame_of_every_rendition_is_decoded_with_a_bearer_token()
    {
        var seat = await open.Audience.TakeSeatAsync((await open.SellAsync("Bearer")).Code);
        await PlaysWholeAsync(Player.DecodeAll(seat.Stream, seat.Token));
    }

    [Fact]
    public async Task Every_frame_of_every_rendition_is_decoded_when_only_the_first_address_carries_the_token()
    {
        var seat = await open.Audience.TakeSeatAsync((await open.SellAsync("Query")).Code);
        await PlaysWholeAsync(Player.DecodeAll(new Uri($"{seat.Stream}?__token={seat.Token}")));
        Assert.DoesNotContain(seat.Token, open.Gate.Process.Error);
        Assert.DoesNotContain("__token", open.Gate.Process.Error);
    }

    private static async Task PlaysWholeAsync(Child playing)
    {
        await using var player = playing;
        Assert.Equal(0, await player.EndAsync());
        Assert.Equal("", player.Error);

        int[] counted =
        [
            .. await Player.CountFramesAsync(Path.Combine(BuiltPrograms.DemoStream, "360p", "index.m3u8")),
            .. await Player.CountFramesAsync(Path.Combine(BuiltPrograms.DemoStream, "240p", "index.m3u8")),
        ];
        var frames = Player.FramesOf(player);
        Assert.Equal(counted, Enumerable.Range(0, 4).Select(stream => frames[stream].Count()));

        await using var local = Player.DecodeAll(Path.Combine(BuiltPrograms.DemoStream, "stream.m3u8"));
        Assert.Equal(0, await local.EndAsync());
        Assert.Equal(Player.FramesOf(local).SelectMany(stream => stream).Order(), frames.SelectMany(stream => stream).Order());
    }
}
