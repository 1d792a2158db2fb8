namespace StreamGate.Cli.Tests;

public sealed class HashPasswordTests : IDisposable
{
    private const string Good = "a long enough password";
    private readonly CommandLine _line = new();

    [Fact]
    public async Task It_prints_only_a_bcrypt_hash_of_cost_twelve_that_verifies()
    {
        _line.Types(Good, Good);

        var ending = await _line.RunAsync("hash-password");

        Assert.Equal(ExitCodes.Ok, ending.Code);
        var hash = Assert.Single(ending.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"^\$2[aby]\$12\$[./A-Za-z0-9]{53}$", hash);
        Assert.True(BCrypt.Net.BCrypt.Verify(Good, hash));
        Assert.False(BCrypt.Net.BCrypt.Verify(Good + "!", hash));
    }

    [Fact]
    public async Task It_takes_the_first_line_of_standard_input()
    {
        _line.Input = " spaces stay part of it \r\nsecond line";

        var ending = await _line.RunAsync("hash-password", "--stdin");

        Assert.True(BCrypt.Net.BCrypt.Verify(" spaces stay part of it ", ending.Out.Trim()));
    }

    [Fact]
    public async Task Two_different_entries_are_refused()
    {
        _line.Types(Good, Good + "x");

        var ending = await _line.RunAsync("hash-password");

        Assert.Equal((ExitCodes.Usage, ""), (ending.Code, ending.Out));
        Assert.Contains("not the same", ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_it_says_to_use_stdin()
    {
        var ending = await _line.RunAsync("hash-password");

        Assert.Equal(ExitCodes.Usage, ending.Code);
        Assert.Contains("--stdin", ending.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("                ", "empty")]
    [InlineData("elevenchars", "shorter than 12")]
    [InlineData("twelve\0chars and more", "NUL")]
    [InlineData("ääääääääääääääääääääääääääääääääääääx", "72 bytes")]
    public async Task A_weak_password_is_refused_and_not_repeated(string password, string reason)
    {
        _line.Input = password + "\n";

        var ending = await _line.RunAsync("hash-password", "--stdin");

        Assert.Equal((ExitCodes.Usage, ""), (ending.Code, ending.Out));
        Assert.Contains(reason, ending.Error, StringComparison.Ordinal);
        Assert.True(password.Trim().Length == 0 || !ending.Error.Contains(password, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Seventy_two_bytes_are_all_hashed()
    {
        var longest = new string('ä', 36);
        _line.Input = longest;

        var ending = await _line.RunAsync("hash-password", "--stdin");

        Assert.True(BCrypt.Net.BCrypt.Verify(longest, ending.Out.Trim()));
        Assert.False(BCrypt.Net.BCrypt.Verify(longest[..^1] + "ö", ending.Out.Trim()));
    }

    public void Dispose() => _line.Dispose();
}
