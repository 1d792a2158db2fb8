namespace StreamGate.EndToEnd.Tests.StartUp;

/// <summary>A gate with a setting that it cannot go by.</summary>
[Collection(nameof(StoppedGate))]
public sealed class SettingTests(StoppedGate stopped) : IDisposable
{
    private readonly GateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <param name="gist">What the paragraph says of it, beside its name.</param>
    [Theory]
    [InlineData("PLAYBACK_SIGNING_SECRET", "thirty-one-bytes-are-not-enough", "shorter than 32 bytes")]
    [InlineData("INTERNAL_API_KEY", "too-short", "shorter than 16 bytes")]
    [InlineData("ADMIN_PASSWORD_HASH", "open-sesame", "hash-password")]
    public async Task A_secret_that_cannot_be_which_is_not_repeated(string name, string value, string gist)
    {
        _folder.CopyFrom(stopped.Data);
        Assert.DoesNotContain(value, await Refusal.OfAsync(_folder, [(name, value)], name, gist));
    }

    [Theory]
    [InlineData("SESSION_TIMEOUT_SECONDS", "1", "SESSION_TIMEOUT_SECONDS", "5 to 240 seconds")]
    [InlineData("SESSION_TIMEOUT_SECONDS", "soon", "StreamGate:Playback:SessionTimeoutSeconds", "wrong kind")]
    [InlineData("PORT", "70000", "PORT", "0 to 65535")]
    [InlineData("HLS_SERVER_BASE_URL", "javascript:alert(1)", "HLS_SERVER_BASE_URL", "must be an http(s) URL")]
    [InlineData("StreamGate__Http__TrustedProxies__0", "everybody", "StreamGate:Http:TrustedProxies", "IP addresses or networks")]
    [InlineData("StreamGate__RateLimiting__ValidatePerMinute", "0", "StreamGate:RateLimiting:ValidatePerMinute", "1 to 1000")]
    public async Task A_setting_that_cannot_be(string name, string value, string setting, string gist)
    {
        _folder.CopyFrom(stopped.Data);
        await Refusal.OfAsync(_folder, [(name, value)], setting, gist);
    }

    [Fact]
    public async Task Lost_secrets_are_drawn_anew_and_it_is_told_where_the_new_password_stands()
    {
        _folder.CopyFrom(stopped.Data);
        Directory.Delete(_folder.In("secrets"), recursive: true);

        await using var gate = await Gate.OpenAsync(_folder);

        var file = _folder.In("secrets", "admin-password");
        Assert.Contains(file, gate.Process.Output);
        var drawn = File.ReadAllText(file).Trim();
        Assert.DoesNotContain(drawn, gate.Process.Output);
        using var admin = await gate.LogInAsync(drawn);
    }

    [Fact]
    public async Task A_secret_file_that_was_cut_short()
    {
        _folder.CopyFrom(stopped.Data);
        File.WriteAllText(_folder.In("secrets", "signing-secret"), "abc\n");
        await Refusal.OfAsync(_folder, [], _folder.In("secrets", "signing-secret"), "Put the right one back");
    }
}
