using System.Text.Json;

namespace StreamGate.Benchmarks.Running;

/// <summary>Reports as tables for people and as JSON for scripts.</summary>
internal static class ReportWriter
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(string name, Report report, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{name}: {report.Title}");
        output.WriteLine();
        foreach (var line in Lines(report))
        {
            output.WriteLine("  " + line);
        }

        output.WriteLine();
        foreach (var verdict in report.Verdicts)
        {
            output.WriteLine($"  {verdict}");
        }

        output.WriteLine($"  Limited by: {report.Limit}");
        foreach (var note in report.Notes)
        {
            output.WriteLine($"  Note: {note}");
        }
    }

    public static async Task SaveAsync(string path, RunOptions options, IReadOnlyDictionary<string, Report> reports, string machine)
    {
        var document = new
        {
            machine,
            options.Seconds,
            options.Rounds,
            benchmarks = reports.Select(pair => new
            {
                name = pair.Key,
                pair.Value.Title,
                rows = pair.Value.Rows.Select(row => new { row.Subject, figures = row.Figures.Where(figure => double.IsFinite(figure.Value)).ToDictionary() }),
                pair.Value.Verdicts,
                pair.Value.Limit,
                pair.Value.Notes,
            }),
        };
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(document, Readable) + "\n");
    }

    private static IEnumerable<string> Lines(Report report)
    {
        string[][] cells =
        [
            ["", .. report.Columns.Select(column => column.Heading)],
            .. report.Rows.Select(row => (string[])[row.Subject, .. report.Columns.Select(column => Cell(row, column))]),
        ];
        var widths = Enumerable.Range(0, report.Columns.Count + 1).Select(i => cells.Max(line => line[i].Length)).ToArray();
        return cells.Select(line => string.Join("  ", line.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))));
    }

    private static string Cell(Row row, Column column) =>
        row.Figures.TryGetValue(column.Key, out var value) && double.IsFinite(value) ? value.ToString(column.Format, CultureInfo.InvariantCulture) : "–";
}
