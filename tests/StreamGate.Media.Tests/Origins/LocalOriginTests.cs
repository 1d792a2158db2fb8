using System.Diagnostics;
using CsCheck;
using StreamGate.Media.Origins;

namespace StreamGate.Media.Tests.Origins;

public sealed class LocalOriginTests : IDisposable
{
    private readonly TempRoot _root = new();

    private LocalOrigin Origin => new(_root.Root);

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task A_file_is_found_with_its_bytes_and_validators()
    {
        var bytes = _root.Write("360p/a.ts", TempRoot.Pattern(70_000));
        File.SetLastWriteTimeUtc(_root.FileOf("360p/a.ts"), new DateTime(2026, 11, 22, 10, 20, 30, DateTimeKind.Utc));

        using var content = await Open("360p/a.ts");

        Assert.Equal(bytes.Length, content.Length);
        Assert.Equal("Sun, 22 Nov 2026 10:20:30 GMT", content.LastModifiedText);
        Assert.Equal(bytes, (await content.ReadAllAsync())!.Value.ToArray());
    }

    [Fact]
    public async Task The_ETag_changes_with_length_and_with_time()
    {
        _root.Write("a.ts", "one");
        var first = (await Open("a.ts")).ETag;
        Assert.Equal(first, (await Open("a.ts")).ETag);

        File.SetLastWriteTimeUtc(_root.FileOf("a.ts"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var second = (await Open("a.ts")).ETag;
        _root.Write("a.ts", "three");
        File.SetLastWriteTimeUtc(_root.FileOf("a.ts"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var third = (await Open("a.ts")).ETag;

        Assert.Equal(3, new HashSet<string> { first, second, third }.Count);
        Assert.Matches("^\"[0-9a-f]+-[0-9a-f]+\"$", first);
    }

    [Fact]
    public async Task What_is_missing_empty_or_a_folder_is_not_found()
    {
        _root.Write("empty.ts", "");
        Directory.CreateDirectory(_root.FileOf("folder.ts"));

        Assert.IsType<OriginResult.NotFound>(await Ask("missing.ts"));
        Assert.IsType<OriginResult.NotFound>(await Ask("empty.ts"));
        Assert.IsType<OriginResult.NotFound>(await Ask("folder.ts"));
        Assert.IsType<OriginResult.NotFound>(await Ask(string.Join('/', Enumerable.Repeat("long-folder-name", 25)) + "/a.ts"));
        Assert.IsType<OriginResult.NotFound>(await Ask(new string('n', 400) + ".ts"));
    }

    [Fact]
    public async Task A_missing_root_is_unavailable()
    {
        Directory.Delete(_root.Root, recursive: true);
        Assert.IsType<OriginResult.Unavailable>(await Ask("a.ts"));
        Directory.CreateDirectory(_root.Root);
    }

    [Fact]
    public async Task A_pipe_is_not_found_and_opening_it_does_not_hang()
    {
        _root.Write("a.ts", "x");
        using (var make = Process.Start("mkfifo", _root.FileOf("pipe.ts")))
        {
            await make.WaitForExitAsync();
        }

        Assert.True(File.Exists(_root.FileOf("pipe.ts")));
        Assert.IsType<OriginResult.NotFound>(await Task.Run(() => Ask("pipe.ts")).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/etc/passwd")]
    [InlineData("../../secret.ts")]
    [InlineData("../../streams-evil/secret.ts")]
    public async Task A_link_out_of_the_root_is_not_found(string target)
    {
        _root.Write("a.ts", "x");
        await File.WriteAllTextAsync(_root.Outside("secret.ts"), "secret");
        Directory.CreateDirectory(_root.Outside("streams-evil"));
        await File.WriteAllTextAsync(_root.Outside("streams-evil/secret.ts"), "secret");
        File.CreateSymbolicLink(_root.FileOf("link.ts"), target);

        Assert.IsType<OriginResult.NotFound>(await Ask("link.ts"));
    }

    [Fact]
    public async Task A_linked_folder_out_of_the_root_is_not_found()
    {
        _root.Write("a.ts", "x");
        await File.WriteAllTextAsync(_root.Outside("secret.ts"), "secret");
        Directory.CreateSymbolicLink(_root.FileOf("folder"), _root.Outside(""));
        File.CreateSymbolicLink(_root.FileOf("hop.ts"), "folder/secret.ts");

        Assert.IsType<OriginResult.NotFound>(await Ask("folder/secret.ts"));
        Assert.IsType<OriginResult.NotFound>(await Ask("hop.ts"));
    }

    [Fact]
    public async Task Links_inside_the_root_are_followed_and_loops_are_not()
    {
        var bytes = _root.Write("360p/a.ts", "inside");
        Directory.CreateSymbolicLink(_root.FileOf("current"), "360p");
        File.CreateSymbolicLink(_root.FileOf("latest.ts"), "current/../360p/a.ts");
        File.CreateSymbolicLink(_root.FileOf("loop.ts"), "loop.ts");

        using var content = await Open("latest.ts");
        Assert.Equal(bytes, (await content.ReadAllAsync())!.Value.ToArray());
        using var other = await Open("current/a.ts");
        Assert.IsType<OriginResult.NotFound>(await Ask("loop.ts"));
    }

    [Fact]
    public async Task A_root_that_is_itself_a_link_is_the_operators_choice()
    {
        _root.Write("a.ts", "x");
        Directory.CreateSymbolicLink(_root.Outside("alias"), _root.Root);

        Assert.IsType<OriginResult.Found>(await new LocalOrigin(_root.Outside("alias") + "/").OpenAsync(_root.Key("a.ts"), default));
    }

    [Fact]
    public async Task A_file_cut_short_after_it_was_opened_reads_as_null()
    {
        _root.Write("a.ts", TempRoot.Pattern(5000));
        using var content = await Open("a.ts");
        await using (var file = new FileStream(_root.FileOf("a.ts"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            file.SetLength(100);
        }

        Assert.Null(await content.ReadAllAsync());
    }

    [Fact]
    public void No_path_that_parses_throws_or_reads_outside()
    {
        _root.Write("a.ts", "x");
        File.WriteAllText(_root.Outside("secret.ts"), "secret");
        var name = Gen.OneOf<string>(Gen.String[Gen.Char, 0, 6], Gen.OneOf<string>("..", ".", "a", "secret", "streams", " ", "~", "$HOME"));
        name.Array[0, 5].Select(names => string.Join('/', names) + ".ts").Sample(
            text =>
            {
                if (ContentPath.TryParse(text, out var path)
                    && Origin.OpenAsync(new MediaKey(_root.Stream, path), default).AsTask().GetAwaiter().GetResult() is OriginResult.Found found)
                {
                    Assert.Equal(1, found.Content.Length);
                    found.Content.Dispose();
                }
            },
            iter: 3000);
    }

    private Task<OriginResult> Ask(string path) => Origin.OpenAsync(_root.Key(path), default).AsTask();

    private async Task<OriginContent> Open(string path) => Assert.IsType<OriginResult.Found>(await Ask(path)).Content;
}
