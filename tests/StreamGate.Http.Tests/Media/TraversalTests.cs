using System.Net.Sockets;
using System.Text;

namespace StreamGate.Http.Tests.Media;

/// <summary>Ways out of an event's folder, written on the wire as they are: HTTP clients would tidy them up.</summary>
public sealed class TraversalTests(Gate gate) : IClassFixture<Gate>
{
    private const string Secret = "nobody may read this";

    [Theory]
    [InlineData("../secret.ts")]
    [InlineData("../../secret.ts")]
    [InlineData("a/../../secret.ts")]
    [InlineData("./secret.ts")]
    [InlineData("%2e%2e/secret.ts")]
    [InlineData("%2E%2E%2Fsecret.ts")]
    [InlineData("..%2fsecret.ts")]
    [InlineData("..%5csecret.ts")]
    [InlineData("..\\secret.ts")]
    [InlineData("%252e%252e%252fsecret.ts")]
    [InlineData("%c0%ae%c0%ae/secret.ts")]
    [InlineData("%c0%ae%c0%ae%c0%afsecret.ts")]
    [InlineData("%u002e%u002e/secret.ts")]
    [InlineData("..;/secret.ts")]
    [InlineData("....//secret.ts")]
    [InlineData("link.ts")]
    [InlineData("//etc/passwd.ts")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("stream.m3u8/")]
    [InlineData("stream.m3u8.bak")]
    [InlineData("")]
    [InlineData("../../streamgate.db")]
    [InlineData("../../secrets/signing-secret")]
    [InlineData("none.ts")]
    [InlineData("index.html")]
    [InlineData(".hidden.ts")]
    [InlineData("key.key")]
    public async Task No_way_leads_out_of_the_folder(string path) => Assert.Matches("^HTTP/1.1 404 ", await AskForAsync(path));

    [Theory]
    [InlineData("..%00/secret.ts")]
    [InlineData("secret.ts%00.m4s")]
    public async Task A_NUL_is_no_part_of_an_address(string path) => Assert.Matches("^HTTP/1.1 400 ", await AskForAsync(path));

    private async Task<string> AskForAsync(string path)
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();
        LiveStream.PutFinished(gate, ticket.Event);
        foreach (var name in new[] { "stream.m3u8.bak", "index.html", ".hidden.ts", "key.key" })
        {
            LiveStream.WriteFile(gate, ticket.Event, name, Secret);
        }

        foreach (var outside in new[] { Path.Combine(gate.Streams, "secret.ts"), Path.Combine(gate.Folder, "secret.ts") })
        {
            await File.WriteAllTextAsync(outside, Secret);
        }

        File.CreateSymbolicLink(Path.Combine(gate.Streams, ticket.Event, "link.ts"), Path.Combine(gate.Folder, "secret.ts"));
        var watching = await gate.NewCaller().WatchAsync(ticket.Code);

        var answer = await AskAsync($"/streams/{ticket.Event}/{path}", watching.Token);

        Assert.DoesNotContain(Secret, answer, StringComparison.Ordinal);
        return answer;
    }

    [Fact]
    public async Task Another_events_folder_is_no_closer_by_a_detour()
    {
        var admin = await gate.AdminAsync();
        var own = await admin.NewTicketAsync();
        var other = await admin.NewTicketAsync();
        LiveStream.PutFinished(gate, other.Event);
        var watching = await gate.NewCaller().WatchAsync(own.Code);

        foreach (var detour in new[] { $"../{other.Event}/segment0.m4s", $"%2e%2e/{other.Event}/segment0.m4s", $"..%2f{other.Event}%2fsegment0.m4s" })
        {
            var answer = await AskAsync($"/streams/{own.Event}/{detour}", watching.Token);
            Assert.DoesNotContain("the bytes of a segment", answer, StringComparison.Ordinal);
            Assert.Matches("^HTTP/1.1 40[34] ", answer);
        }
    }

    private async Task<string> AskAsync(string target, string token)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gate.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
