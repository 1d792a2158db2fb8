using StreamGate.Gateway.Http;

namespace StreamGate.Gateway.Tests.Http;

public sealed class SameOriginTests
{
    [Theory]
    [InlineData("same-origin", null, SameOriginProof.Proven)]
    [InlineData(null, "https://gate.test", SameOriginProof.Proven)]
    [InlineData(null, "HTTPS://GATE.TEST:443", SameOriginProof.Proven)]
    [InlineData("cross-site", "https://platform.test", SameOriginProof.Proven)]
    [InlineData(null, null, SameOriginProof.Absent)]
    [InlineData("cross-site", null, SameOriginProof.Foreign)]
    [InlineData("same-site", null, SameOriginProof.Foreign)]
    [InlineData("none", null, SameOriginProof.Foreign)]
    [InlineData("same-site", "https://evil.gate.test", SameOriginProof.Foreign)]
    [InlineData(null, "http://gate.test", SameOriginProof.Foreign)]
    [InlineData(null, "https://gate.test:8443", SameOriginProof.Foreign)]
    [InlineData(null, "https://gate.test.evil.test", SameOriginProof.Foreign)]
    [InlineData(null, "null", SameOriginProof.Foreign)]
    public void The_headers_prove_whose_page_it_was(string? fetchSite, string? origin, SameOriginProof expected) =>
        Assert.Equal(expected, SameOrigin.Judge(fetchSite, origin, "https://gate.test", "https://platform.test/admin"));
}
