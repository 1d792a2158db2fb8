using System.Diagnostics;
using System.Net;

namespace StreamGate.Media.Tests.Gate;

public sealed class TraversalTests : IAsyncLifetime
{
    private const string Secret = "SECRET-OUTSIDE-BYTES";
    private const string Neighbour = "0199d3a0-0000-7000-8000-000000000002";
    private readonly GateHost _gate = new();

    public async Task InitializeAsync()
    {
        await _gate.InitializeAsync();
        _gate.Root.Write("dir/a.ts", "inside");
        await File.WriteAllTextAsync(_gate.Root.Outside("secret.ts"), Secret);
        Directory.CreateDirectory(Path.Join(_gate.Root.Root, Neighbour));
        await File.WriteAllTextAsync(Path.Join(_gate.Root.Root, Neighbour, "secret.ts"), Secret);
    }

    public Task DisposeAsync() => _gate.DisposeAsync();

    [Theory]
    [InlineData("../../secret.ts")]
    [InlineData("../" + Neighbour + "/secret.ts")]
    [InlineData("%2e%2e/" + Neighbour + "/secret.ts")]
    [InlineData("%2E%2E/%2E./secret.ts")]
    [InlineData("..%2f..%2fsecret.ts")]
    [InlineData("..%2F" + Neighbour + "%2Fsecret.ts")]
    [InlineData("%252e%252e/" + Neighbour + "/secret.ts")]
    [InlineData("%252e%252e%252f" + Neighbour + "%252fsecret.ts")]
    [InlineData("%25252e%25252e/secret.ts")]
    [InlineData("..%5c..%5csecret.ts")]
    [InlineData("..\\..\\secret.ts")]
    [InlineData("%c0%ae%c0%ae/" + Neighbour + "/secret.ts")]
    [InlineData("..%c0%af" + Neighbour + "%c0%afsecret.ts")]
    [InlineData("%e0%80%ae%e0%80%ae/secret.ts")]
    [InlineData("dir/../dir/a.ts")]
    [InlineData("dir/./a.ts")]
    [InlineData("./dir/a.ts")]
    [InlineData("dir//a.ts")]
    [InlineData("/dir/a.ts")]
    [InlineData("%2fetc/passwd")]
    [InlineData("..;/secret.ts")]
    [InlineData(".../secret.ts")]
    [InlineData("dir/a.ts.")]
    [InlineData("dir./a.ts")]
    [InlineData("dir/a.ts%20")]
    [InlineData("dir/a.ts%0a")]
    [InlineData("dir/a.ts/")]
    [InlineData("dir/a.ts%23.ts")]
    [InlineData("dir/a.ts%3f.ts")]
    public async Task An_authorised_climber_gets_404_and_nothing_from_elsewhere(string path)
    {
        var answer = await _gate.SendRaw(_gate.Base + path);
        Assert.StartsWith("HTTP/1.1 404 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dir/a.ts%00")]
    [InlineData("dir/a%00.ts")]
    public async Task A_NUL_never_reaches_the_files(string path)
    {
        var answer = await _gate.SendRaw(_gate.Base + path); // Kestrel itself says 400.
        Assert.Matches("^HTTP/1.1 40[04] ", answer);
        Assert.DoesNotContain("inside", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/streams/%2e%2e/api/admin/events")]
    [InlineData("/streams/../secret.ts")]
    [InlineData("/%73treams/x/../../secret.ts")]
    [InlineData("/x/../streams/0199d3a0-0000-7000-8000-000000000001/dir/a.ts")]
    [InlineData("/x/%2e%2e/streams/0199d3a0-0000-7000-8000-000000000001/dir/a.ts")]
    public async Task A_target_that_climbs_into_or_out_of_the_streams_is_refused_as_media(string target)
    {
        Assert.StartsWith("HTTP/1.1 401 ", await _gate.SendRaw(target, token: null), StringComparison.Ordinal);
        var answer = await _gate.SendRaw(target);
        Assert.Matches("^HTTP/1.1 40[34] ", answer);
        Assert.DoesNotContain("inside", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encoded_plain_path_and_the_absolute_form_are_served()
    {
        Assert.EndsWith("inside", await _gate.SendRaw(_gate.Base + "%64ir/a%2Ets"), StringComparison.Ordinal);
        Assert.EndsWith("inside", await _gate.SendRaw($"http://{_gate.Authority}{_gate.Base}dir/a.ts"), StringComparison.Ordinal);
        Assert.Equal([_gate.Base + "dir/a.ts", _gate.Base + "dir/a.ts"], _gate.Authorizer.Asked);
    }

    [Fact]
    public async Task The_session_never_sees_a_hostile_path()
    {
        await _gate.SendRaw(_gate.Base + "..%2f..%2fsecret.ts");
        Assert.Equal([_gate.Base], _gate.Authorizer.Asked);
    }

    [Fact]
    public async Task Links_out_folders_and_pipes_are_404()
    {
        File.CreateSymbolicLink(_gate.Root.FileOf("link.ts"), _gate.Root.Outside("secret.ts"));
        Directory.CreateDirectory(_gate.Root.FileOf("folder.ts"));
        using (var make = Process.Start("mkfifo", _gate.Root.FileOf("pipe.ts")))
        {
            await make.WaitForExitAsync();
        }

        foreach (var path in new[] { "link.ts", "folder.ts", "pipe.ts" })
        {
            using var response = await _gate.Send(path).WaitAsync(TimeSpan.FromSeconds(10));
            await AccessTests.AssertProblem(response, HttpStatusCode.NotFound, "Not found");
        }
    }
}
