using System.Text;

namespace StreamGate.Http.Tests.BadInput;

/// <summary>Bodies that are not what was asked for.</summary>
public sealed class BodyTests(Gate gate) : IClassFixture<Gate>
{
    private const string NotAnObject = "The body must be a JSON object.";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"code\":}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"AAAAAAAAAAAA\"")]
    [InlineData("42")]
    [InlineData("{}{}")]
    [InlineData("<code>AAAAAAAAAAAA</code>")]
    [InlineData("{\"code\":\"AAAA\"")]
    public async Task What_is_no_json_object_is_refused(string body) =>
        (await gate.NewCaller().PostTextAsync("/api/tokens/validate", body)).IsProblemAbout(400);

    [Theory]
    [InlineData("""{"code":5}""", "is not of the expected type")]
    [InlineData("""{"code":["AAAAAAAAAAAA"]}""", "is not of the expected type")]
    [InlineData("""{"code":{"$ne":null}}""", "is not of the expected type")]
    [InlineData("""{"code":true}""", "is not of the expected type")]
    [InlineData("""{}""", "is required")]
    [InlineData("""{"code":null}""", "is required")]
    [InlineData("""{"code":"   "}""", "is required")]
    [InlineData("""{"code":"AAAA-AAAA-AAAA"}""", "must be letters and digits only")]
    [InlineData("""{"code":"AAAAAA\u0000AAAAA"}""", "must be letters and digits only")]
    [InlineData("""{"code":"AAAAAAAAAAAÄ"}""", "must be letters and digits only")]
    [InlineData("""{"code":"\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662"}""", "must be letters and digits only")]
    [InlineData("""{"code":"AAAAAAAAAAA\uD800"}""", null)]
    [InlineData("""{"code":"' OR '1'='1"}""", "must be letters and digits only")]
    [InlineData("""{"code":"../../../etc"}""", "must be letters and digits only")]
    [InlineData("""{"code":"😀😀😀😀😀😀"}""", "must be letters and digits only")]
    public async Task A_code_that_is_none_names_the_field(string body, string? reason)
    {
        var answer = await gate.NewCaller().PostTextAsync("/api/tokens/validate", body);

        if (reason is null)
        {
            answer.IsProblemAbout(400);
        }
        else
        {
            answer.IsInvalid("code", reason);
        }
    }

    [Fact]
    public async Task A_code_of_a_megabyte_is_refused_and_one_more_byte_too()
    {
        var wrapping = Encoding.UTF8.GetByteCount("""{"code":""}""");
        var whole = $$"""{"code":"{{new string('A', 1024 * 1024 - wrapping)}}"}""";

        (await gate.NewCaller().PostTextAsync("/api/tokens/validate", whole)).IsInvalid("code", "must be letters and digits only");
        (await gate.NewCaller().PostTextAsync("/api/tokens/validate", whole + " ")).IsProblem(413, "The body is larger than 1 MiB.");
    }

    [Fact]
    public async Task A_body_that_grows_without_saying_so_is_stopped()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/tokens/validate", UriKind.Relative))
        {
            Content = new StringContent(new string('A', 3 * 1024 * 1024), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = true;

        (await gate.NewCaller().SendAsync(request)).IsProblem(413, "The body is larger than 1 MiB.");
    }

    [Fact]
    public async Task Deep_nesting_is_refused() =>
        (await gate.NewCaller().PostTextAsync("/api/tokens/validate", $$"""{"code":{{new string('[', 100_000)}}""")).IsProblemAbout(400);

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data")]
    public async Task What_does_not_call_itself_json_is_refused(string type) =>
        (await gate.NewCaller().PostTextAsync("/api/tokens/validate", """{"code":"AAAAAAAAAAAA"}""", type)).IsProblem(
            415, "The body must be JSON, sent as application/json.");

    [Fact]
    public async Task A_body_without_a_type_is_refused() =>
        (await gate.NewCaller().SendAsync(HttpMethod.Post, "/api/tokens/validate")).IsProblem(415, "The body must be JSON, sent as application/json.");

    [Fact]
    public async Task Unknown_fields_do_no_harm()
    {
        var ticket = await (await gate.AdminAsync()).NewTicketAsync();

        Assert.Equal(200, (await gate.NewCaller().PostAsync("/api/tokens/validate", new { code = ticket.Code, more = new { x = 1 } })).Status);
    }

    [Theory]
    [InlineData("""{"password":""}""")]
    [InlineData("""{}""")]
    [InlineData("""{"password":null}""")]
    public async Task A_login_without_a_password_names_it(string body) =>
        (await gate.NewCaller().PostTextAsync("/api/admin/login", body)).IsInvalid("password", "is required");

    [Theory]
    [InlineData("{", NotAnObject)]
    [InlineData("[1]", NotAnObject)]
    public async Task Admins_bodies_are_no_different(string body, string error)
    {
        var content = new StringContent(body, Encoding.UTF8, "application/json");

        var answer = await (await gate.AdminAsync()).SendAsync(HttpMethod.Post, "/api/admin/events", content);

        answer.IsProblem(400, error);
    }
}
