using System.Text;
using StreamGate.Data.Queries;
using StreamGate.Gateway.Endpoints.Admin;
using StreamGate.Gateway.Tests.Support;

namespace StreamGate.Gateway.Tests.Endpoints;

public sealed class TicketCsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("1+1=2", "1+1=2")]
    [InlineData("Zoë", "Zoë")]
    [InlineData("", "")]
    public async Task A_label_comes_out_as_text_whatever_it_says(string label, string cell) =>
        Assert.Equal(
            $"Code,Event Title,Expires At,Label,Status\r\nAbCdEf123456,Harbour Concert,2026-05-03T19:00:00Z,{cell},unused\r\n",
            await WriteAsync(Samples.Ticket(label)));

    [Fact]
    public async Task A_title_is_text_too() =>
        Assert.Contains(",\"'=cmd\",", await WriteAsync(Samples.Ticket(title: "=cmd")), StringComparison.Ordinal);

    private static async Task<string> WriteAsync(params TicketListing[] tickets)
    {
        using var output = new MemoryStream();
        await TicketCsv.WriteAsync(output, tickets.ToAsyncEnumerable(), CancellationToken.None);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
