using System.Globalization;
using CsvHelper;
using StreamGate.Data.Queries;

namespace StreamGate.Gateway.Endpoints.Admin;

/// <summary>Tickets as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an apostrophe in front.</summary>
public static class TicketCsv
{
    private static readonly string[] Columns = ["Code", "Event Title", "Expires At", "Label", "Status"];
    private static readonly CsvWriterOptions Shape = new() { Injection = CsvInjection.Escape };

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<TicketListing> tickets, CancellationToken cancel)
    {
        await using var csv = CsvWriter.Create(output, Shape, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, cancel);
        await foreach (var ticket in tickets.WithCancellation(cancel))
        {
            await csv.WriteRecordAsync(RowOf(ticket), cancel);
        }

        await csv.FlushAsync(cancel);
    }

    private static string[] RowOf(TicketListing ticket) =>
    [
        ticket.Code.Reveal(),
        ticket.EventTitle,
        ticket.ExpiresAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ticket.Label ?? "",
        TicketStatusWords.Of(ticket.Status),
    ];
}
