namespace StreamGate.EndToEnd.Tests.Players;

/// <summary>Who shows nothing good gets the status of the contract, nothing that tells more, and no byte of media.</summary>
[Collection(nameof(OpenGate))]
public sealed class RefusalTests(OpenGate open)
{
    [Fact]
    public async Task Without_a_token_it_is_401()
    {
        var seat = await SeatAsync();
        await IsRefusedAsync(seat, token: null, HttpStatusCode.Unauthorized, "Authorization required");
    }

    [Theory]
    [InlineData("not a token")]
    [InlineData("one.two")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public async Task With_something_that_has_not_the_shape_of_a_token_it_is_401(string token) =>
        await IsRefusedAsync(await SeatAsync(), token, HttpStatusCode.Unauthorized, "Authorization required");

    [Theory]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.e30.e30")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.e30")]
    public async Task With_something_that_only_has_the_shape_it_is_403(string token) => await IsDeniedAsync(await SeatAsync(), token);

    [Fact]
    public async Task With_a_changed_signature_it_is_403()
    {
        var seat = await SeatAsync();
        var parts = seat.Token.Split('.');
        var changed = (parts[2][0] == 'A' ? 'B' : 'A') + parts[2][1..];
        await IsDeniedAsync(seat, $"{parts[0]}.{parts[1]}.{changed}");
    }

    [Fact]
    public async Task With_claims_that_were_not_signed_it_is_403()
    {
        var seat = await SeatAsync();
        await IsDeniedAsync(seat, PlaybackToken.Forge(seat.Token, claims => claims["exp"] = claims["exp"]!.GetValue<long>() - 1));
    }

    [Fact]
    public async Task With_the_token_of_another_event_it_is_403()
    {
        var (seat, other) = (await SeatAsync(), await SeatAsync());
        await IsDeniedAsync(seat, other.Token);
        (await open.Audience.GetAsync(other.Stream, other.Token)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task With_an_expired_token_it_is_403()
    {
        var seat = await SeatAsync();
        var same = PlaybackToken.Sign(open.Folder, seat.Token, _ => { });
        (await open.Audience.GetAsync(seat.Stream, same)).Expect(HttpStatusCode.OK);

        await IsDeniedAsync(seat, PlaybackToken.Sign(open.Folder, seat.Token, claims =>
        {
            claims["iat"] = claims["iat"]!.GetValue<long>() - 3600;
            claims["exp"] = claims["exp"]!.GetValue<long>() - 3600;
        }));
    }

    [Fact]
    public async Task With_a_token_that_says_it_lives_longer_than_any_it_is_403()
    {
        var seat = await SeatAsync();
        await IsDeniedAsync(seat, PlaybackToken.Sign(open.Folder, seat.Token, claims => claims["exp"] = claims["exp"]!.GetValue<long>() + 1));
    }

    [Fact]
    public async Task With_a_probes_token_it_is_403()
    {
        var seat = await SeatAsync();
        await IsDeniedAsync(seat, PlaybackToken.Sign(open.Folder, seat.Token, claims => claims["probe"] = true));
    }

    [Fact]
    public async Task With_the_token_of_a_revoked_ticket_it_is_403()
    {
        var ticket = await open.SellAsync("Revoked");
        var seat = await open.Audience.TakeSeatAsync(ticket.Code);
        (await open.Audience.GetAsync(seat.Segment(0), seat.Token)).Expect(HttpStatusCode.OK);
        await open.Admin.RevokeAsync(ticket);
        await IsDeniedAsync(seat, seat.Token);
        Assert.Equal(
            "This code has been revoked. Please contact the event organizer.",
            (await open.Audience.ValidateAsync(ticket.Code)).Expect(HttpStatusCode.Forbidden).Error);
    }

    [Fact]
    public async Task After_the_event_was_switched_off_it_is_403()
    {
        var ticket = await open.SellAsync("Switched off");
        var seat = await open.Audience.TakeSeatAsync(ticket.Code);
        await open.Admin.DeactivateAsync(ticket.EventId);
        await IsDeniedAsync(seat, seat.Token);
    }

    private async Task<Seat> SeatAsync() => await open.Audience.TakeSeatAsync((await open.SellAsync("Refusals")).Code);

    private Task IsDeniedAsync(Seat seat, string token) => IsRefusedAsync(seat, token, HttpStatusCode.Forbidden, "Access denied");

    private async Task IsRefusedAsync(Seat seat, string? token, HttpStatusCode status, string error)
    {
        foreach (var url in seat.OneOfEachKind)
        {
            TellsNothing(await open.Audience.GetAsync(url, token), status, error);
            if (token is not null)
            {
                TellsNothing(await open.Audience.GetAsync(new Uri($"{url}?__token={Uri.EscapeDataString(token)}"), null), status, error);
            }
        }

        await using var player = Player.DecodeAll(seat.Stream, token);
        Assert.NotEqual(0, await player.EndAsync());
        Assert.Contains($"{(int)status}", player.Error);
        Assert.Empty(Player.FramesOf(player));
    }

    /// <summary>The body is the error and nothing beside it.</summary>
    private static void TellsNothing(Answer answer, HttpStatusCode status, string error)
    {
        Assert.Equal(error, answer.Expect(status).Error);
        Assert.Equal((int)status, answer.Json.GetProperty("status").GetInt32());
        Assert.Equal(["error", "status", "title", "traceId"], answer.Json.EnumerateObject().Select(member => member.Name).Order());
        Assert.EndsWith("json", answer.ContentType, StringComparison.Ordinal);
    }
}
