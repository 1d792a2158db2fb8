using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using StreamGate.Contracts.Playback;

namespace StreamGate.Media.Tests.Gate;

public sealed class AccessTests : IAsyncLifetime
{
    private const string Secret = "SECRET-MEDIA-BYTES";
    private readonly GateHost _gate = new();

    public async Task InitializeAsync()
    {
        await _gate.InitializeAsync();
        _gate.Root.Write("a.ts", Secret);
    }

    public Task DisposeAsync() => _gate.DisposeAsync();

    [Theory]
    [InlineData("header")]
    [InlineData("lower-case header")]
    [InlineData("query")]
    [InlineData("cookie")]
    public async Task A_good_token_opens_the_stream_however_it_comes(string way)
    {
        using var response = way switch
        {
            "header" => await _gate.Send("a.ts"),
            "lower-case header" => await _gate.Send("a.ts", null, null, ("authorization", "bearer " + GateHost.Token)),
            "query" => await _gate.Send($"a.ts?x=1&__token={GateHost.Token}", token: null),
            _ => await _gate.Send("a.ts", null, null, ("Cookie", $"x=1; playback_session={GateHost.Token}")),
        };

        Assert.Equal(Secret, await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("max-age=31536000, private, immutable", response.Headers.CacheControl!.ToString()); // as HttpClient orders it
        AssertSecured(response);
        Assert.Equal("video/mp2t", response.Content.Headers.ContentType!.ToString());
        Assert.Equal([_gate.Base + "a.ts"], _gate.Authorizer.Asked);
    }

    [Fact]
    public async Task The_header_outranks_the_query_and_the_query_the_cookie()
    {
        var good = GateHost.Token;
        using var first = await _gate.Send($"a.ts?__token={good}", null, "x.y.z", ("Cookie", $"playback_session={good}"));
        using var second = await _gate.Send("a.ts?__token=x.y.z", null, null, ("Cookie", $"playback_session={good}"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (first.StatusCode, second.StatusCode));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("aaa.bbb")]
    [InlineData("aaa.bbb.ccc.ddd")]
    [InlineData("aaa..ccc")]
    [InlineData("aaa.b+b.ccc")]
    [InlineData("aaa.bbb.ccc=")]
    public async Task No_token_or_one_of_another_shape_is_401(string? token)
    {
        using var response = await _gate.Send("a.ts", token: token);
        await AssertProblem(response, HttpStatusCode.Unauthorized, "Authorization required");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task An_endless_token_is_401()
    {
        using var response = await _gate.Send("a.ts", token: "a.b." + new string('c', 4093));
        await AssertProblem(response, HttpStatusCode.Unauthorized, "Authorization required");
    }

    [Fact]
    public async Task Every_kind_of_bad_token_gets_the_same_403()
    {
        var answers = new List<string>();
        foreach (var refused in new Func<Task<HttpResponseMessage>>[]
        {
            () => _gate.Send("a.ts", token: "x.y.z"),
            () => _gate.Send("a.ts", token: GateHost.OtherEventsToken),
            () => _gate.Send("a.ts", token: GateHost.ProbeToken),
            () => _gate.Send("/streams/0199d3a0-0000-7000-8000-000000000009/a.ts"),
            () => _gate.Send($"/streams/{_gate.Root.Stream.ToString("D").ToUpperInvariant()}/a.ts"),
            () => _gate.Send($"/streams/{_gate.Root.Stream:N}/a.ts"),
            () => _gate.Send($"/streams/{_gate.Root.Stream:D}"),
            () => _gate.Send("/streams/"),
            () => Revoked("a.ts"),
            () => Revoked("missing.ts"),
            () => Revoked("a.key"),
        })
        {
            using var response = await refused();
            answers.Add(await AssertProblem(response, HttpStatusCode.Forbidden, "Access denied"));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Whether_a_file_exists_is_told_only_to_the_authorised()
    {
        using var without = await _gate.Send("missing.ts", token: null);
        using var with = await _gate.Send("missing.ts");
        await AssertProblem(without, HttpStatusCode.Unauthorized, "Authorization required");
        await AssertProblem(with, HttpStatusCode.NotFound, "Not found");
    }

    [Theory]
    [InlineData("a.key")]
    [InlineData("a.txt")]
    [InlineData("a")]
    public async Task Files_that_are_no_media_are_404(string name)
    {
        _gate.Root.Write(name, Secret);
        using var response = await _gate.Send(name);
        await AssertProblem(response, HttpStatusCode.NotFound, "Not found");
    }

    [Fact]
    public async Task A_probe_token_opens_HEAD_without_asking_a_session()
    {
        _gate.Authorizer.Outcome = AuthorizeOutcome.Ended;
        using var head = await _gate.Send("a.ts", HttpMethod.Head, GateHost.ProbeToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(Secret.Length, head.Content.Headers.ContentLength);
        Assert.NotNull(head.Content.Headers.LastModified);
        Assert.Empty(_gate.Authorizer.Asked);
    }

    public static TheoryData<Exception> Failures => [new SiloUnavailableException("no silo"), new TimeoutException()];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_session_that_cannot_be_asked_is_503_with_Retry_After(Exception failure)
    {
        _gate.Authorizer.Fails = failure;
        using var response = await _gate.Send("a.ts");
        await AssertProblem(response, HttpStatusCode.ServiceUnavailable, "Service temporarily unavailable");
        Assert.Equal("1", response.Headers.RetryAfter!.ToString());
    }

    [Fact]
    public async Task Other_methods_are_405()
    {
        using var response = await _gate.Send("a.ts", HttpMethod.Post);
        await AssertProblem(response, HttpStatusCode.MethodNotAllowed, "This address does not take that method.");
        Assert.Equal("GET, HEAD, OPTIONS", string.Join(", ", response.Content.Headers.Allow));
    }

    [Fact]
    public async Task Other_paths_pass_by()
    {
        foreach (var path in new[] { "/", "/api/events", "/streamsx/a.ts", "/Streams/x/a.ts", "/streams" })
        {
            using var response = await _gate.Send(path, token: null);
            Assert.Equal(418, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task Success_is_silent_and_a_refusal_says_why_without_the_token_or_the_code()
    {
        using var ok = await _gate.Send("a.ts");
        Assert.DoesNotContain(_gate.Logs.GetSnapshot(), Ours);

        _gate.Authorizer.Outcome = AuthorizeOutcome.TicketRevoked;
        using var refused = await _gate.Send($"a.ts?__token={GateHost.Token}", token: null);
        var line = Assert.Single(_gate.Logs.GetSnapshot(), Ours);
        var key = _gate.Tokens.Known[GateHost.Token].Claims.Ticket;
        Assert.Equal($"Refused GET {_gate.Base}a.ts of ticket {key.Short}: SessionRefused (TicketRevoked)", line.Message);

        static bool Ours(Microsoft.Extensions.Logging.Testing.FakeLogRecord record) =>
            record.Category!.StartsWith("StreamGate", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_token_of_ours_is_news_and_noise_from_anybody_is_not()
    {
        using var revoked = await Revoked("a.ts");
        using var elsewhere = await _gate.Send("a.ts", token: GateHost.OtherEventsToken);
        using var probe = await _gate.Send("a.ts", token: GateHost.ProbeToken);
        using var forged = await _gate.Send("a.ts", token: "x.y.z");
        using var none = await _gate.Send("a.ts", token: null);
        using var missing = await _gate.Send("missing.ts");

        var lines = _gate.Logs.GetSnapshot().Where(line => line.Category!.StartsWith("StreamGate", StringComparison.Ordinal));
        Assert.Equal(
            [
                (LogLevel.Information, "SessionRefused"), (LogLevel.Information, "WrongPath"), (LogLevel.Information, "ProbeWithoutHead"),
                (LogLevel.Debug, "BadToken"), (LogLevel.Debug, "NoToken"), (LogLevel.Debug, "NoSuchFile"),
            ],
            lines.Select(line => (line.Level, line.GetStructuredStateValue("Reason"))));
    }

    internal static async Task<string> AssertProblem(HttpResponseMessage response, HttpStatusCode status, string error)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain(Secret, body, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.GetValues("Cache-Control").Single());
        AssertSecured(response);
        Assert.False(response.Headers.Contains("ETag"));
        using var json = JsonDocument.Parse(body);
        Assert.Equal(["error", "title", "status", "traceId"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(error, json.RootElement.GetProperty("error").GetString());
        Assert.Equal((int)status, json.RootElement.GetProperty("status").GetInt32());
        var trace = json.RootElement.GetProperty("traceId").GetString()!;
        Assert.Matches("^[0-9a-f]{32}$", trace); // as in every other answer and log line (W3C Trace Context, section 3.2.2.3)
        return string.Create(CultureInfo.InvariantCulture, $"{body.Replace(trace, "", StringComparison.Ordinal)}|{response.Content.Headers.ContentType}");
    }

    private static void AssertSecured(HttpResponseMessage response)
    {
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.StartsWith("default-src 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);

        string Header(string name) => response.Headers.GetValues(name).Single();
    }

    private async Task<HttpResponseMessage> Revoked(string path)
    {
        _gate.Authorizer.Outcome = AuthorizeOutcome.TicketRevoked;
        var response = await _gate.Send(path);
        _gate.Authorizer.Outcome = AuthorizeOutcome.Allowed;
        return response;
    }
}
